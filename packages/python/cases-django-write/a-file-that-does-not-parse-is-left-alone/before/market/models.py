from django.db import models


class Stock(models.Model):
    price = models.IntegerField()


class Bond(models.Model:
    price = models.IntegerField()
