from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    size = models.PositiveIntegerField()


class Tag(models.Model):
    stocks = models.ManyToManyField(Stock)
