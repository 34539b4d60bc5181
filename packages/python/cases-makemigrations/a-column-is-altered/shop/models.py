from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=12, unique=True)
    price = models.IntegerField(default=3)
