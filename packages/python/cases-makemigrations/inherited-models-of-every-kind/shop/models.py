from django.db import models
from shop.mixins import Named, Plain

class Dated(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    class Meta:
        abstract = True
        ordering = ["created"]
        indexes = [models.Index(fields=["created"], name="%(class)s_created")]

class Stock(models.Model):
    symbol = models.CharField(max_length=10)

class Bond(Plain, Dated, Stock):
    rate = models.FloatField()

class Future(Dated, Named):
    at = models.DateField()
    class Meta(Dated.Meta):
        verbose_name = "future"

class Swap(Dated):
    pass

class Option(Bond):
    strike = models.IntegerField()
    bond = models.OneToOneField(Bond, models.CASCADE, parent_link=True)

class Both(Named, Plain):
    class Meta:
        abstract = False
