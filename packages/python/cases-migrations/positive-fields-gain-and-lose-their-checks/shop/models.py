from django.db import models


class Stock(models.Model):
    a = models.PositiveIntegerField()
    b = models.IntegerField()
    c = models.PositiveBigIntegerField()
    d = models.PositiveSmallIntegerField(default=0)
    renamed = models.PositiveIntegerField()
