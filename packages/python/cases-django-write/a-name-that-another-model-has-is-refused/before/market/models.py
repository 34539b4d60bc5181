from django.db import models


class Stock(models.Model):
    price = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(price__gt=0), name="ck_price")]


class Bond(models.Model):
    price = models.IntegerField()


import sys

if sys.platform == "plan9":

    class Venue(models.Model):
        name = models.CharField(max_length=10)
