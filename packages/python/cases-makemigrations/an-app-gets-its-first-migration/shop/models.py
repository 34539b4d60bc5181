from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Price(models.Model):
    stock = models.OneToOneField(Stock, on_delete=models.PROTECT, primary_key=True)
    value = models.FloatField()
