from django.db import models

from .stocks import Stock


class Refund(models.Model):
    amount = models.IntegerField()
