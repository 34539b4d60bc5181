from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    day = models.DateField(null=True)
    hour = models.IntegerField(null=True)
    class Meta:
        indexes = [models.Index(fields=['symbol', 'day'], name='by_day'), models.Index(fields=['day', 'hour'], name='by_hour')]
