from django.db import models

MORE = []


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.TextField(null=True)

    class Meta:
        db_table = 'stocks'


class Bond(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    rate = models.IntegerField()
    venues = models.ManyToManyField("Venue")

    class Meta:
        db_table = 'bonds'
        indexes = [] + MORE


class Venue(models.Model):
    name = models.CharField(max_length=10)


class Loan(models.Model):
    name = models.CharField(max_length=10)
