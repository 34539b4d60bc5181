from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

class A(models.Model):
    x = models.ForeignKey('B', models.PROTECT, related_name='as_%(class)s')
    y = models.ManyToManyField('B', related_name='+')
class B(models.Model):
    pass
