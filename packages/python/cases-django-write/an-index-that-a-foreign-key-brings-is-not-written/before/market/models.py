from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Quote(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    other = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="+")
