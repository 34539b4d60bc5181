from .orders import Order, OrderLine, Refund
from .stocks import Stock

__all__ = [
    "Order",
    "OrderLine",
    "Refund",
    "Stock",
]
