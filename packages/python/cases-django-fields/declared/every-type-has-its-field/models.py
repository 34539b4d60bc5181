from django.contrib.postgres.fields import (
    ArrayField,
    BigIntegerRangeField,
    DateRangeField,
    DateTimeRangeField,
    DecimalRangeField,
    HStoreField,
    IntegerRangeField,
)
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Plain(models.Model):
    small = models.SmallIntegerField()
    whole = models.IntegerField()
    big = models.BigIntegerField()
    double = models.FloatField()
    yes = models.BooleanField()
    long = models.TextField()
    short = models.CharField(max_length=12)
    endless = models.CharField()
    price = models.DecimalField(max_digits=10, decimal_places=2)
    count = models.DecimalField(max_digits=5, decimal_places=0)
    day = models.DateField()
    moment = models.DateTimeField()
    hour = models.TimeField()
    span = models.DurationField()
    token = models.UUIDField()
    data = models.JSONField()
    blob = models.BinaryField()
    address = models.GenericIPAddressField()
    pairs = HStoreField()
    range_int = IntegerRangeField()
    range_big = BigIntegerRangeField()
    range_num = DecimalRangeField()
    range_day = DateRangeField()
    range_moment = DateTimeRangeField()
    words = SearchVectorField()

    class Meta:
        db_table = "plain"


class Nullable(models.Model):
    small = models.SmallIntegerField(null=True, blank=True)
    whole = models.IntegerField(null=True, blank=True)
    big = models.BigIntegerField(null=True, blank=True)
    double = models.FloatField(null=True, blank=True)
    yes = models.BooleanField(null=True, blank=True)
    long = models.TextField(null=True, blank=True)
    short = models.CharField(max_length=12, null=True, blank=True)
    endless = models.CharField(null=True, blank=True)
    price = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    moment = models.DateTimeField(null=True, blank=True)
    hour = models.TimeField(null=True, blank=True)
    span = models.DurationField(null=True, blank=True)
    token = models.UUIDField(null=True, blank=True)
    data = models.JSONField(null=True, blank=True)
    blob = models.BinaryField(null=True, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)
    pairs = HStoreField(null=True, blank=True)
    range_int = IntegerRangeField(null=True, blank=True)
    words = SearchVectorField(null=True, blank=True)

    class Meta:
        db_table = "nullable"


class Lists(models.Model):
    names = ArrayField(models.TextField())
    codes = ArrayField(models.CharField(max_length=3), null=True, blank=True)
    numbers = ArrayField(models.IntegerField())
    prices = ArrayField(
        models.DecimalField(max_digits=6, decimal_places=2), null=True, blank=True
    )
    tokens = ArrayField(models.UUIDField(), null=True, blank=True)
    deep = ArrayField(models.IntegerField(), null=True, blank=True)

    class Meta:
        db_table = "lists"
