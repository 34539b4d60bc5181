import datetime
import uuid
from decimal import Decimal

from django.db import models
from django.utils import timezone


def number():
    return 4


class Row(models.Model):
    nothing = models.IntegerField()
    null = models.IntegerField(null=True, default=None)
    one = models.IntegerField(default=1)
    minus = models.IntegerField(default=-7)
    text = models.CharField(max_length=9, default='x')
    empty = models.CharField(max_length=9, blank=True)
    yes = models.BooleanField(default=True)
    price = models.DecimalField(max_digits=5, decimal_places=2, default=Decimal('1.50'))
    ratio = models.FloatField(default=0.5)
    when = models.DateTimeField(default=timezone.now)
    day = models.DateField(default=datetime.date.today)
    stamp = models.DateField(auto_now=True)
    token = models.UUIDField(default=uuid.uuid4)
    data = models.JSONField(default=dict)
    items = models.JSONField(default=list)
    own = models.IntegerField(default=number)
    db_one = models.IntegerField(db_default=1)
    db_text = models.CharField(max_length=9, db_default='x')
    db_yes = models.BooleanField(db_default=True)
    db_price = models.DecimalField(max_digits=5, decimal_places=2, db_default=Decimal('2.25'))
    db_both = models.IntegerField(default=2, db_default=3)
