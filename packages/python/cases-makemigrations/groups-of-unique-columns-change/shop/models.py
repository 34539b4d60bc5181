from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    day = models.DateField(null=True)
    hour = models.IntegerField(null=True)
    class Meta:
        unique_together=[('symbol','day'),('hour','day')]
