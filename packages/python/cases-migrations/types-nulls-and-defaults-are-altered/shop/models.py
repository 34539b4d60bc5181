from django.db import models


class Stock(models.Model):
    symbol = models.TextField(default='x')
    price = models.FloatField(null=True)
    volume = models.BigIntegerField(default=0)
    name = models.CharField(max_length=30, default='none')
    listed = models.DateField(db_default='2020-01-01')
    note = models.CharField(max_length=5)
