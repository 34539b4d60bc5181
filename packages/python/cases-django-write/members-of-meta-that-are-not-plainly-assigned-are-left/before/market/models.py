from django.db import models


class Stock(models.Model):
    price = models.IntegerField()

    class Meta:
        db_table, verbose_name = "stocks", "stock"
        indexes = constraints = []


class Bond(models.Model):
    price = models.IntegerField()

    class Meta:
        if True:
            indexes = []
