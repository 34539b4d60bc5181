from django.db import models


# Stocks of an exchange.
class Stock(models.Model):
    # The ticker,
    # in upper case.
    symbol = models.CharField(max_length=10)  # short
    name = models.CharField(
        max_length=200,
    )

    sector = models.CharField(max_length=10)

    last = models.CharField(max_length=10)

    class Meta:
        db_table = "stocks"
        ordering = ["symbol"]


class Quote(models.Model):
    a = 1; b = 2; c = 3
    only = 1


class Gone(models.Model):
    x = 1
    # still Gone


class Emptied(models.Model):
    x = 1
    y = 2


class Last(models.Model):
    x = 1
