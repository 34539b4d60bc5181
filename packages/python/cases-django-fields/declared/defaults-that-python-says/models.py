import datetime
from decimal import Decimal
import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Defaults(models.Model):
    small = models.SmallIntegerField(default=-1)
    whole = models.IntegerField(default=7)
    big = models.BigIntegerField(default=9000000000, null=True, blank=True)
    double = models.FloatField(default=0.25)
    even = models.FloatField(default=0)
    yes = models.BooleanField(default=True)
    no = models.BooleanField(default=False)
    long = models.TextField(default="")
    short = models.CharField(max_length=20, default="it's a \"b\"")
    path = models.TextField(default="c:\\temp")
    lines = models.TextField(default="one\ntwo")
    price = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    rate = models.DecimalField(
        max_digits=5, decimal_places=4, default=Decimal("0.0125")
    )
    day = models.DateField(auto_now_add=True)
    birthday = models.DateField(default=datetime.date(2000, 2, 29))
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True, null=True)
    hour = models.TimeField(auto_now_add=True)
    opens = models.TimeField(default=datetime.time(8, 30))
    span = models.DurationField(default=datetime.timedelta(days=1, hours=2, minutes=30))
    pause = models.DurationField(default=datetime.timedelta(minutes=15))
    token = models.UUIDField(default=uuid.uuid4)
    nobody = models.UUIDField(default=uuid.UUID("00000000-0000-0000-0000-000000000000"))
    data = models.JSONField(default=dict)
    items = models.JSONField(default=list)
    names = ArrayField(models.TextField(), default=list)
    numbers = ArrayField(models.IntegerField(), default=list)
    address = models.GenericIPAddressField(default="127.0.0.1")
    blob = models.BinaryField(default=b"")

    class Meta:
        db_table = "defaults"
