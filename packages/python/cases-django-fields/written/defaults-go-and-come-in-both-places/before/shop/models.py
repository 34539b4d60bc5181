import uuid

from django.db import models
from django.db.models.functions import Now


def token():
    return 'x'


class Item(models.Model):
    a = models.CharField(max_length=9, default=token)
    b = models.DateTimeField(auto_now_add=True)
    c = models.DateTimeField(db_default=Now())
    d = models.UUIDField(default=uuid.uuid4)
    e = models.IntegerField(default=1, db_default=1)
    f = models.BooleanField(default=False)
    g = models.IntegerField(db_default=4)

    class Meta:
        db_table = 'item'
