from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    isin = models.CharField(max_length=12, unique=True, null=True)
    rank = models.PositiveIntegerField(unique=True, default=1)
