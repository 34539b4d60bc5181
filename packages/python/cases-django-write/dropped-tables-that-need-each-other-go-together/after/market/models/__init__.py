from .orders import Refund
from .stocks import Stock

__all__ = [
    "Refund",
    "Stock",
]
