from .models import Order

__all__ = ["Order"]
