import datetime
import uuid

from django.db import models
from django.db.models.functions import Now


def token():
    return 'x'


class Item(models.Model):
    a = models.CharField(max_length=9, default=token, db_default='none')
    b = models.DateTimeField(
        default=datetime.datetime(2020, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)
    )
    c = models.DateTimeField(db_default=datetime.datetime(
        2020, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc
    ))
    d = models.UUIDField(default=uuid.UUID('00000000-0000-0000-0000-000000000001'))
    e = models.IntegerField(default=1, db_default=2)
    f = models.BooleanField(default=True)
    g = models.IntegerField()

    class Meta:
        db_table = 'item'
