from django.db import models


class Tag(models.Model):
    word = models.CharField(max_length=10)


class Label(models.Model):
    word = models.CharField(max_length=10)


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    added = models.ManyToManyField(Tag)
    topics = models.ManyToManyField(Label, related_name='topical')
    named = models.ManyToManyField(Tag, db_table='stock_names', related_name='named')
    turned = models.ManyToManyField(Tag, related_name='turned')
