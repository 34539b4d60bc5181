from django.db import models
from shop.fields import Ticker, Where


class Stock(models.Model):
    symbol = Ticker()
    name = Ticker(max_length=20)
    place = Where()
