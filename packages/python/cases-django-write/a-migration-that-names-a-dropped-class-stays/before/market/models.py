from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        db_table = 'stocks'


# Bonds are gone.
class Bond(models.Model):
    """A bond."""

    rate = models.IntegerField()

    class Meta:
        db_table = 'bonds'


class Venue(models.Model):
    name = models.CharField(max_length=10)  # a Bond market
