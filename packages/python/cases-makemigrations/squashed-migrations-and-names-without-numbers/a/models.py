from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    b = models.ForeignKey('b.Stock', models.CASCADE, null=True)
