from django.db import models
from shop.fields import Money, Code, Shaped

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    code = Code(default='')
    shape = Shaped(shape='y', null=True, help_text='h')
    plain = Shaped(null=True)
