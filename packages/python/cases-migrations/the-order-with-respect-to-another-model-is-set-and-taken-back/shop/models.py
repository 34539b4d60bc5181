from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Quote(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE)

    class Meta:
        order_with_respect_to = 'stock'


class Trade(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE)
