from django.db import models


class Stock(models.Model):
    a = models.IntegerField()
    c = models.IntegerField()
