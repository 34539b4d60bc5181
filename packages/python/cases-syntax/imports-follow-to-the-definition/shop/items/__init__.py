from .base import *
from .base import _hidden
__all__ = ["Item"]
__all__ += ["extra"]
extra = 5
