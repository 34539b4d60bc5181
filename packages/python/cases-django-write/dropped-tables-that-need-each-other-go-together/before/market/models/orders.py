from django.db import models

from .stocks import Stock


class Order(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)


class Refund(models.Model):
    amount = models.IntegerField()
