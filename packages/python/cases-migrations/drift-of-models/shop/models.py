from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Quote(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE)
    day = models.DateField(db_index=True)

    class Meta:
        unique_together = [('stock', 'day')]
        indexes = [models.Index(fields=['-day'])]


class Cheap(Stock):
    class Meta:
        proxy = True
