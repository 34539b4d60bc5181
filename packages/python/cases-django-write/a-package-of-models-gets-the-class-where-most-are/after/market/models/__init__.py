from .stocks import Quote, Stock, Trade
from .venues import Venue

__all__ = ["Quote", "Stock", "Trade", "Venue"]
