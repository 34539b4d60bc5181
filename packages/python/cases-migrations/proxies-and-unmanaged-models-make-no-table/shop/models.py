from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Cheap(Stock):
    class Meta:
        proxy = True


class View(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        managed = False
        db_table = 'some_view'
