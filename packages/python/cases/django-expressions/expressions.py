"""Conditions and expressions over one model; expected.json holds what real Django writes for them."""

import datetime
import uuid
from decimal import Decimal

from django.contrib.postgres.fields import ArrayField, DateRangeField, DateTimeRangeField, IntegerRangeField
from django.contrib.postgres.functions import RandomUUID, TransactionNow
from django.contrib.postgres.search import CombinedSearchVector, SearchVector
from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, Func, Q, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KT, KeyTextTransform
from django.db.models.functions import (
    Abs,
    Cast,
    Ceil,
    Coalesce,
    Collate,
    Concat,
    Extract,
    ExtractMonth,
    ExtractYear,
    Greatest,
    Least,
    Left,
    Length,
    Lower,
    LPad,
    MD5,
    Mod,
    Now,
    NullIf,
    Replace,
    Round,
    StrIndex,
    Substr,
    Trim,
    Trunc,
    TruncDate,
    TruncMonth,
    Upper,
)
from django.db.models.lookups import Exact, GreaterThan, GreaterThanOrEqual, In, IsNull, LessThan, Range


class Status(models.TextChoices):
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Kind(models.IntegerChoices):
    SMALL = 1
    LARGE = 2


class Hours(Func):
    function = "EXTRACT"
    template = "%(function)s(HOUR FROM %(expressions)s)"
    output_field = models.IntegerField()


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.TextField(null=True)
    status = models.CharField(max_length=20, null=True, choices=Status.choices)
    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    discount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    quantity = models.IntegerField(null=True)
    volume = models.BigIntegerField(default=0)
    ratio = models.FloatField()
    is_active = models.BooleanField(default=True)
    is_hidden = models.BooleanField(null=True)
    start = models.DateField()
    end = models.DateField(null=True)
    created = models.DateTimeField()
    updated = models.DateTimeField(null=True, db_column="modified")
    opens = models.TimeField()
    lasting = models.DurationField()
    data = models.JSONField(default=dict)
    extra = models.JSONField(null=True)
    tags = ArrayField(models.CharField(max_length=20))
    numbers = ArrayField(models.IntegerField())
    during = DateRangeField()
    between = DateTimeRangeField()
    span = IntegerRangeField()
    address = models.GenericIPAddressField()
    key = models.UUIDField()
    parent = models.ForeignKey("self", models.CASCADE, null=True)

    class Meta:
        app_label = "options"


CONDITIONS = [
    Q(price__gte=0),
    Q(price__gt=Decimal("0.50")),
    Q(price__lt=1.5),
    Q(price="2"),
    Q(quantity__gt=1.5),
    Q(quantity__gte=1.5),
    Q(kind=Kind.SMALL),
    Q(kind__in=[Kind.SMALL, Kind.LARGE]),
    Q(status=Status.OPEN),
    Q(status__in=[Status.OPEN, Status.CLOSED]),
    Q(status__in=["b", "a", None]),
    Q(status__in=("a",)),
    Q(status__in=Status.values),
    Q(status=None),
    Q(status__isnull=False),
    ~Q(status__isnull=True),
    ~Q(status="x"),
    ~Q(symbol="x"),
    ~Q(status=None),
    ~Q(status="x", quantity=1),
    ~Q(Q(status="x") | Q(quantity=1)),
    ~(Q(status="x") & ~Q(quantity=1)),
    ~Q(quantity=F("discount")),
    ~Q(status__in=["a", "b"]),
    ~Q(quantity__range=(1, 5)),
    ~~Q(status="x"),
    Q(price__gte=0) & Q(price__lte=100),
    Q(price__gte=0) | Q(quantity__gt=0) & Q(ratio__lt=1),
    (Q(price__gte=0) | Q(quantity__gt=0)) & Q(ratio__lt=1),
    Q(price__gte=0, quantity__lt=5),
    Q(Q(price__gte=0), Q(quantity__lt=5), _connector=Q.OR),
    Q(("price__gte", 0), ("quantity__lt", 5), _connector="OR"),
    Q(price__gte=0) ^ Q(quantity__gt=0),
    Q(price__gte=0) ^ Q(quantity__gt=0) ^ Q(ratio__lt=1),
    ~(Q(status="a") ^ Q(quantity=0)),
    Q() | Q(price=1),
    Q(price__range=(0, 100)),
    Q(price__range=(F("discount"), 100)),
    Q(price__gte=F("discount")),
    Q(price__gte=F("discount") * 2),
    Q(price__gte=F("discount") + F("ratio") * Value(2)),
    Q(volume=-1),
    Q(volume__gt=-F("quantity")),
    Q(volume__lte=F("quantity") % 7),
    Q(volume__gt=F("quantity") ** 2),
    Q(volume=F("quantity").bitand(1)),
    Q(end__gt=F("start")),
    Q(end__gt=F("start") + datetime.timedelta(days=1)),
    Q(start__gte=datetime.date(2020, 1, 31)),
    Q(start__gte="2020-01-31"),
    Q(created__gte=datetime.datetime(2020, 1, 31, 12, 30, tzinfo=datetime.timezone.utc)),
    Q(opens__gte=datetime.time(9, 30)),
    Q(lasting__gt=datetime.timedelta(hours=1, minutes=30)),
    Q(updated__gte=F("created")),
    Q(created__lte=Now()),
    Q(start__year=2020),
    Q(start__year__gte=2020),
    Q(start__year__gt=2020),
    Q(start__year__lt=F("quantity")),
    Q(start__month=5),
    Q(start__week_day=1),
    Q(start__quarter__in=[1, 2]),
    Q(created__year=2020),
    Q(created__month__lte=6),
    Q(created__date=datetime.date(2020, 1, 1)),
    Q(created__hour__range=(9, 17)),
    Q(opens__hour__gte=9),
    Q(opens__second=0),
    Q(is_active=True),
    Q(is_active=False),
    ~Q(is_active=True),
    Q(is_hidden=True),
    ~Q(is_hidden=True),
    ~Q(is_hidden=False),
    Q(is_active=True, quantity__isnull=True) | Q(is_active=False, quantity__isnull=False),
    Q(ExpressionWrapper(F("is_active"), output_field=models.BooleanField())),
    Q(symbol__exact="x"),
    Q(symbol__iexact="x"),
    Q(symbol__contains="x%y_z"),
    Q(symbol__icontains="x"),
    Q(symbol__startswith="x"),
    Q(name__istartswith="x"),
    Q(name__endswith="it's"),
    ~Q(name__iendswith="x"),
    Q(name__startswith=F("symbol")),
    Q(name__icontains=F("symbol")),
    Q(symbol__regex=r"^[A-Z]{1,5}$"),
    Q(symbol__iregex=r"^[a-z\d]+$"),
    Q(symbol__length__gte=2),
    Q(symbol=Upper("symbol")),
    Q(symbol=Upper(F("symbol"))),
    Q(symbol__gt=""),
    ~Q(symbol=""),
    Q(address__startswith="10."),
    Q(address="10.0.0.1"),
    Q(key=uuid.UUID("00000000-0000-0000-0000-00000000000a")),
    Q(data__kind="x"),
    Q(data__kind=1),
    Q(data__kind=True),
    Q(data__kind=None),
    Q(data__kind__isnull=True),
    Q(data__a__b="x"),
    Q(data__a__0__gt=5),
    Q(data__kind__in=["x", "y"]),
    Q(data__kind__startswith="x"),
    Q(data__a__kind__icontains="x"),
    Q(data__kind__iexact="x"),
    ~Q(data__kind="x"),
    ~Q(extra__kind="x"),
    Q(data={}),
    Q(data={"b": 1, "a": [1, "x", None, True]}),
    Q(data__contains={"a": 1}),
    Q(data__contained_by={"a": 1}),
    Q(data__has_key="a"),
    Q(data__has_keys=["a", "b"]),
    Q(data__has_any_keys=["a", "b"]),
    Q(data__a__has_key="b"),
    Q(tags__contains=["a"]),
    Q(tags__contained_by=["a", "b"]),
    Q(tags__overlap=["a", "b"]),
    Q(tags=["a", "b"]),
    Q(tags=[]),
    Q(tags__len__lte=5),
    Q(tags__0="x"),
    Q(tags__0_2=["x", "y"]),
    Q(numbers__contains=[1, 2]),
    Q(during__contains=datetime.date(2020, 1, 1)),
    Q(during__contains=F("start")),
    Q(between__contains=F("created")),
    Q(during__overlap=F("during")),
    Q(span__contains=5),
    Q(during__isempty=False),
    Q(during__startswith__gte=datetime.date(2020, 1, 1)),
    Q(during__endswith__isnull=True),
    Q(parent__isnull=True),
    Q(parent=1),
    Q(parent_id=F("id")),
    ~Q(parent=F("pk")),
    Q(pk__gt=0),
    GreaterThan(F("price"), F("discount")),
    GreaterThanOrEqual(F("price"), 0),
    Exact(Lower("symbol"), "x"),
    In(F("status"), ["a", "b"]),
    IsNull(F("status"), True),
    Range(F("price"), (1, 2)),
    Q(GreaterThan(F("price"), F("discount"))) & Q(ratio__lt=1),
    Q(LessThan(Length("symbol"), 5), status="x"),
    Exact(IsNull(F("status"), True), IsNull(F("quantity"), True)),
    Q(Exact(Length(Trim("symbol")), Length("symbol"))),
    ExpressionWrapper(Q(price__gte=0), output_field=models.BooleanField()),
    RawSQL("price > %s", [5], output_field=models.BooleanField()),
    Func(F("symbol"), Value("x"), function="starts_with", output_field=models.BooleanField()),
    Q(price__gte=Coalesce("discount", 0)),
    Q(price__gte=Greatest("discount", Value(Decimal("1.5")))),
    Q(price__lte=Case(When(status="a", then=Value(1)), When(Q(quantity__gt=5), then=F("discount")), default=Value(3), output_field=models.DecimalField())),
    Q(quantity=ExpressionWrapper(F("kind") * 2, output_field=models.IntegerField())),
]

EXPRESSIONS = [
    Lower("symbol"),
    Upper(F("name")),
    Lower(Trim("symbol")),
    Length("name"),
    Coalesce("name", "symbol"),
    Coalesce("name", Value("")),
    Coalesce(F("discount"), 0, output_field=models.DecimalField()),
    Greatest("price", "discount"),
    Least(F("price"), Value(5)),
    NullIf("symbol", Value("")),
    Concat("symbol", Value("-"), "name", output_field=models.TextField()),
    Concat("symbol", "kind", output_field=models.CharField()),
    Left("symbol", 3),
    Substr("symbol", 2),
    Substr("symbol", 2, 3),
    Replace("symbol", Value("a"), Value("b")),
    Replace("symbol", Value("-")),
    LPad("symbol", 5, Value("0")),
    StrIndex("symbol", Value("x")),
    MD5("symbol"),
    Abs("quantity"),
    Ceil("price"),
    Round("price"),
    Round("price", precision=1),
    Mod("quantity", 2),
    F("price") * F("quantity"),
    F("price") * 2,
    F("price") / 100,
    F("price") - F("discount") - 1,
    F("price") - (F("discount") - 1),
    1 - F("ratio"),
    -F("quantity"),
    F("quantity") + F("kind"),
    F("end") - F("start"),
    F("updated") - F("created"),
    F("start") + F("lasting"),
    Cast("quantity", models.TextField()),
    Cast("symbol", models.CharField(max_length=5)),
    Cast("price", output_field=models.IntegerField()),
    Cast(KeyTextTransform("n", "data"), models.IntegerField()),
    KT("data__a__b"),
    KeyTextTransform("a", "data"),
    Cast(F("data__n"), models.IntegerField()),
    F("data__kind"),
    Collate("symbol", "C"),
    Lower(Collate("name", "de-x-icu")),
    ExtractYear("start"),
    ExtractMonth("created"),
    Extract("start", "isodow"),
    Extract("start", "week_day"),
    TruncMonth("start"),
    TruncMonth("created"),
    TruncDate("created"),
    Trunc("created", "day"),
    Trunc("start", "year", output_field=models.DateField()),
    Now(),
    TransactionNow(),
    RandomUUID(),
    Case(When(status="a", then=Value("x")), default=Value("y")),
    Case(When(status="a", quantity__gt=1, then=Value("x"))),
    Case(When(Q(is_active=True) | Q(price__gt=1), then=F("symbol")), default=F("name"), output_field=models.TextField()),
    Func(F("symbol"), function="unaccent"),
    Func(F("symbol"), Value("x"), function="similarity", output_field=models.FloatField()),
    Func(F("price"), template="(%(expressions)s %%%% 2)"),
    Func(F("symbol"), F("name"), function="f", arg_joiner=" || "),
    Hours("opens"),
    ExpressionWrapper(F("price") * 2, output_field=models.DecimalField(max_digits=10, decimal_places=2)),
    Value(5),
    Value("x"),
    Value(True),
    Value(None, output_field=models.IntegerField()),
    Value({"a": 1}, output_field=models.JSONField()),
    Value("5", output_field=models.IntegerField()),
    SearchVector("symbol", "name"),
    SearchVector("symbol", "name", config="english"),
    SearchVector("symbol", config="english", weight="A"),
    SearchVector("symbol", weight="A") + SearchVector("name", weight="B"),
    SearchVector("symbol", config="english") + SearchVector("name", config="english") + SearchVector("status"),
    CombinedSearchVector(SearchVector("symbol"), "||", SearchVector("name"), None),
    RawSQL("lower(symbol)", []),
]
