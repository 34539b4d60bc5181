import datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone


class Item(models.Model):
    short = models.CharField(
        'Short name', max_length=12, null=True, blank=True, help_text="the name", validators=[]
    )
    tight = models.CharField(max_length=20)
    long = models.CharField(max_length=100)
    mail = models.EmailField(verbose_name="mail", max_length=100)
    price = models.DecimalField(
        max_digits=10,
        decimal_places=3,  # cents
        default=Decimal("0.5"),
        help_text="in dollars",
    )
    count = models.BigIntegerField(
        help_text="how many",
    )
    rank = models.IntegerField(default=2, db_index=True)
    state = models.CharField(max_length=5, default='new', db_default="old")
    made = models.DateTimeField(default=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc))
    day = models.DateField(auto_now=True, db_default=datetime.date(2020, 1, 1))
    note = models.TextField(default="-", null=True, blank=True, db_comment="new")
    free = models.IntegerField()
    yes = models.BooleanField(default=False, null=True, blank=True)
    tags = models.JSONField(default=dict)

    class Meta:
        db_table = "item"
