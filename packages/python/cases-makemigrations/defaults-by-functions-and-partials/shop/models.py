import functools
from django.db import models

def price(low, high=2):
    return low

class Prices:
    @staticmethod
    def least():
        return 1
    @classmethod
    def most(cls):
        return 2

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    a = models.IntegerField(default=functools.partial(price, 1, high=3))
    b = models.IntegerField(default=Prices.least)
    c = models.JSONField(default={"b": [1, 2.5, None, True], "a": {"x": (1,)}, 3: "k"} if False else {"b": [1, 2.5, None, True], "a": {"x": (1,)}})
    d = models.CharField(max_length=3, default=str)
    e = models.IntegerField(default=-3)
    f = models.FloatField(default=float("inf"))
