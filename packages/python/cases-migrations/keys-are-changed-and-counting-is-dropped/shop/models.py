from django.db import models


class Stock(models.Model):
    id = models.IntegerField(primary_key=True)
    symbol = models.CharField(max_length=10)


class Quote(models.Model):
    id = models.BigAutoField(primary_key=True)
    price = models.IntegerField()
