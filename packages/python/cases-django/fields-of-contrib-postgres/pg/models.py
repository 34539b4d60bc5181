from django.contrib.postgres import fields
from django.contrib.postgres.fields import ArrayField, HStoreField
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Kinds(models.Model):
    tags = ArrayField(models.CharField(max_length=10), default=list)
    board = ArrayField(ArrayField(models.PositiveIntegerField(), size=8), size=8, null=True)
    prices = ArrayField(base_field=models.DecimalField(max_digits=6, decimal_places=2), db_index=True)
    extra = HStoreField(default=dict)
    ages = fields.IntegerRangeField()
    ids = fields.BigIntegerRangeField(null=True)
    span = fields.DecimalRangeField()
    days = fields.DateRangeField()
    hours = fields.DateTimeRangeField(unique=True)
    vector = SearchVectorField()
