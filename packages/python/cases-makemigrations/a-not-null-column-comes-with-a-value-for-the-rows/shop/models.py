from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    code = models.CharField(max_length=3)
    seen = models.DateTimeField()
    gone = models.DurationField()
