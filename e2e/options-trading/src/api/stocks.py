"""The service's endpoints for stocks."""
from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select
from sqlalchemy.orm import Session

from src.api.session import database_session
from src.database.models import OptionContract, Stock

router = APIRouter(prefix="/stocks")


@router.get("/{symbol}/contracts")
def contracts(symbol: str, session: Session = Depends(database_session)) -> list[str]:
    """The symbols of a stock's listed contracts, nearest expiration first."""
    stock = session.scalar(select(Stock).where(Stock.symbol == symbol.upper()))
    if stock is None:
        raise HTTPException(status_code=404, detail=f"{symbol} is not traded here.")
    listed = (
        select(OptionContract.contract_symbol)
        .where(OptionContract.stock_id == stock.id)
        .order_by(OptionContract.expiration_date, OptionContract.strike_price)
    )
    return list(session.scalars(listed))
