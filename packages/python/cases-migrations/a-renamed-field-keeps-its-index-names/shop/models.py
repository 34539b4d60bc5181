from django.db import models


class Stock(models.Model):
    ticker = models.SlugField(max_length=10)
    code = models.CharField(max_length=10, unique=True)
    exchange_new = models.ForeignKey('Exchange', models.CASCADE)


class Exchange(models.Model):
    name = models.CharField(max_length=10, db_index=True)
