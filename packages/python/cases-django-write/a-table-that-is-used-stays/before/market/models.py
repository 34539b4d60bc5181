from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Quote(models.Model):
    stock = models.ForeignKey("Stock", on_delete=models.CASCADE)


class Bond(models.Model):
    rate = models.IntegerField()


class Loan(Bond):
    term = models.IntegerField()


def bonds():
    return Bond.objects.all()


class Venue(models.Model):
    name = models.CharField(max_length=10)


class Fund(models.Model):
    name = models.CharField(max_length=10)
