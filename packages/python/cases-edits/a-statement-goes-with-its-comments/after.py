from django.db import models


# Stocks of an exchange.
class Stock(models.Model):
    name = models.CharField(
        max_length=200,
    )

    last = models.CharField(max_length=10)

    class Meta:
        db_table = "stocks"


class Quote(models.Model):
    a = 1; c = 3
    only = 1


class Emptied(models.Model):
    pass
