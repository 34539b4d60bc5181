import datetime
import decimal
import uuid

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Lower, Now, Upper


class Row(models.Model):
    text = models.CharField(max_length=20, db_default="it's")
    path = models.CharField(max_length=20, db_default='a\\b')
    empty = models.CharField(max_length=20, db_default='')
    whole = models.IntegerField(db_default=5)
    less = models.IntegerField(db_default=-5)
    big = models.BigIntegerField(db_default=2**40)
    ratio = models.FloatField(db_default=1.5)
    price = models.DecimalField(max_digits=8, decimal_places=2, db_default=decimal.Decimal('1.5'))
    yes = models.BooleanField(db_default=True)
    no = models.BooleanField(db_default=Value(False))
    day = models.DateField(db_default=datetime.date(2020, 1, 31))
    moment = models.DateTimeField(db_default=datetime.datetime(2020, 1, 31, 12, 30, tzinfo=datetime.timezone.utc))
    clock = models.TimeField(db_default=datetime.time(9, 30))
    lasting = models.DurationField(db_default=datetime.timedelta(hours=1))
    made = models.DateTimeField(db_default=Now())
    name = models.CharField(max_length=20, db_default=Upper(Value('x')))
    python_now = models.DateTimeField(auto_now_add=True)
    python_key = models.UUIDField(default=uuid.uuid4)
    doubled = models.GeneratedField(expression=F('whole') * 2, output_field=models.IntegerField(), db_persist=True)
    lowered = models.GeneratedField(
        expression=Lower('text'), output_field=models.CharField(max_length=20), db_persist=False
    )
    worth = models.GeneratedField(
        expression=F('price') * F('whole'),
        output_field=models.DecimalField(max_digits=12, decimal_places=2),
        db_persist=True,
    )
    full = models.GeneratedField(
        expression=Concat('text', Value('-'), 'empty'), output_field=models.CharField(max_length=50), db_persist=True
    )
