from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    a = models.IntegerField(null=True)
    b = models.IntegerField(null=True)
