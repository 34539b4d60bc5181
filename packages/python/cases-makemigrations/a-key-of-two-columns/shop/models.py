from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Line(models.Model):
    pk = models.CompositePrimaryKey("stock_id", "number")
    stock = models.ForeignKey(Stock, models.CASCADE)
    number = models.IntegerField()
