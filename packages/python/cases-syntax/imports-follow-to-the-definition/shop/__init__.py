from .items import Item as PublicItem
from . import prices
