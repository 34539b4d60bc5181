from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    cost = models.IntegerField(null=True)
    branch = models.TextField(default='x')
