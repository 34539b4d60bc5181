from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

class Share(models.Model):
    a = models.IntegerField()

class User(models.Model):
    share = models.ForeignKey(Share, models.CASCADE)
