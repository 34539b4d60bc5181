from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        db_table = 'stocks'


class Venue(models.Model):
    name = models.CharField(max_length=10)  # a Bond market
