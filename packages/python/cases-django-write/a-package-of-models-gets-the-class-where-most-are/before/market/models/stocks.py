from django.db.models import CASCADE, CharField, ForeignKey, Model

from .venues import Venue


class Stock(Model):
    venue = ForeignKey(Venue, on_delete=CASCADE)
    symbol = CharField(max_length=10)


class Quote(Model):
    stock = ForeignKey(Stock, on_delete=CASCADE)
