from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    isin = models.CharField(max_length=12, null=True)
    sector = models.IntegerField()

    class Meta:
        db_table = "stocks"
