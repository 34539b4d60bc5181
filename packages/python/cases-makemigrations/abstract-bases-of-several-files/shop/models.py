from django.db import models
from shop.zeta import Dated, Marked
from shop.alpha import Named

class Stock(models.Model):
    symbol = models.CharField(max_length=10)

class Bond(Named, Marked, models.Model):
    rate = models.FloatField()
    owners = models.ManyToManyField(Stock)

class Other(Dated, Named):
    class Meta(Dated.Meta):
        ordering = ["-created", "name"]
