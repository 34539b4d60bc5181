from .stocks import Quote, Stock
from .venues import Venue

__all__ = ["Quote", "Stock", "Venue"]
