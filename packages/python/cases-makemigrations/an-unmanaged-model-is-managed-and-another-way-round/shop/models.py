from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

class A(models.Model):
    pass

class B(models.Model):
    x = models.IntegerField()
    class Meta:
        managed = False
