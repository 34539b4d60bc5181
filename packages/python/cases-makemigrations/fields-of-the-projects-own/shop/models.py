from django.db import models
from shop.fields import Money, Code, Shaped

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = Money(null=True)
    fee = Money('Fee', max_digits=5, default=0)
