from django.db import models


class Stock(models.Model):
    isin = models.CharField(max_length=10, unique=True)

class Trade(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE, to_field="isin")
