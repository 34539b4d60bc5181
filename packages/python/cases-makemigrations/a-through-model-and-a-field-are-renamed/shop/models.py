from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    cost = models.IntegerField(null=True)


class Trade(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    others = models.ManyToManyField(Stock, related_name="others", through="Bond")

class Bond(models.Model):
    a = models.ForeignKey(Stock, models.CASCADE)
    b = models.ForeignKey(Trade, models.CASCADE)
