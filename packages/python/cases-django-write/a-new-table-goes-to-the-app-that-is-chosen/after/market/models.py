from django.db import models


class Stock(models.Model):
    symbol = models.CharField('symbol', max_length=10)
