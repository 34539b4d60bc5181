from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    market_cap = models.BigIntegerField(null=True, blank=True)
