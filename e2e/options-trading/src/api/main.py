"""The FastAPI service."""
from fastapi import FastAPI

from src.api import stocks

app = FastAPI(title="Options trading")
app.include_router(stocks.router)
