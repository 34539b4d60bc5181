import datetime
import decimal
import uuid
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, DecimalRangeField, HStoreField, IntegerRangeField
from django.contrib.postgres.search import SearchVectorField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

def code():
    return "x"

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    a01 = models.BigIntegerField(_("Big one"), default=-5)
    a02 = models.BinaryField(default=b"\x00a'b", editable=True)
    a03 = models.BooleanField(default=False)
    a04 = models.CharField(max_length=3, default=code, db_collation="C")
    a05 = models.DateField(default=datetime.date(2020, 1, 2))
    a06 = models.DateTimeField(default=timezone.now, help_text="Ümläut – “quotes” \n\u200b")
    a07 = models.DecimalField(max_digits=10, decimal_places=3, default=decimal.Decimal("1.50"))
    a08 = models.DurationField(default=datetime.timedelta(hours=25, milliseconds=3))
    a09 = models.EmailField(blank=True)
    a10 = models.FileField(upload_to="files/%Y", blank=True)
    a11 = models.FilePathField(path="/tmp", recursive=True, match=".*", max_length=50, default="x")
    a12 = models.FloatField(default=1e20)
    a13 = models.GenericIPAddressField(protocol="IPv4", default="127.0.0.1")
    a14 = models.ImageField(width_field="a15", null=True)
    a15 = models.IntegerField(null=True, unique_for_date="a05")
    a16 = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    a17 = models.PositiveBigIntegerField(default=0)
    a18 = models.PositiveIntegerField(default=True)
    a19 = models.PositiveSmallIntegerField(null=True, db_column="nineteen")
    a20 = models.SlugField(blank=True)
    a21 = models.SlugField(max_length=60, db_index=False, allow_unicode=True, default="-")
    a22 = models.SmallIntegerField(db_default=5)
    a23 = models.TextField(default="it's", error_messages={"blank": "No", "a": "b"})
    a24 = models.TimeField(default=datetime.time(12, 30))
    a25 = models.URLField(max_length=300, blank=True)
    a26 = models.UUIDField(default=uuid.uuid4, editable=False, null=True)
    a27 = ArrayField(models.IntegerField(), size=3, default=list, blank=True)
    a28 = ArrayField(ArrayField(models.DecimalField(max_digits=3, decimal_places=1)), null=True)
    a29 = HStoreField(null=True)
    a30 = SearchVectorField(null=True)
    a31 = IntegerRangeField(null=True)
    a32 = DateTimeRangeField(null=True, default_bounds="[]")
    a33 = models.GeneratedField(expression=models.F("a01") * 2, output_field=models.BigIntegerField(), db_persist=True)
    a34 = models.DateTimeField(db_default=models.functions.Now(), db_comment="when")
    a35 = models.DateTimeField(default=datetime.datetime(2020, 1, 2, 3, 4, tzinfo=datetime.timezone.utc))
    a36 = models.FloatField(default=0.00001, db_index=True)
    a37 = models.CharField(max_length=9, default='say "hi"', primary_key=False)
    a38 = models.CharField(max_length=9, default="both ' and \"")
    a39 = models.UUIDField(default=uuid.UUID("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"))
    a40 = DecimalRangeField(null=True)
    a41 = models.URLField(default="http://x.y")
    a42 = models.JSONField(default=list)
    a43 = models.DateField(default=datetime.date.today)
