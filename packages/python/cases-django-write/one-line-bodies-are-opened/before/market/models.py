from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    class Meta: db_table = "stocks"; indexes = [models.Index(fields=["symbol"], name="idx_a")]
    def __str__(self): return self.symbol


class Bond(models.Model): rate = models.IntegerField()


class Venue(models.Model):
    name = models.CharField(max_length=10)
    stocks = models.ManyToManyField(Stock)

    class Meta: pass
