import datetime
from decimal import Decimal
from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Cast, Concat, Extract, ExtractYear, Now, TruncDay
from django.db.models.lookups import GreaterThan
from django.contrib.postgres.functions import RandomUUID

class Double(Func):
    function = "double"

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    day = models.DateField(null=True, db_default=Now())
    key = models.UUIDField(db_default=RandomUUID())
    price = models.DecimalField(max_digits=8, decimal_places=2, db_default=Decimal("1.5"))
    label = models.CharField(max_length=9, db_default=Value("x"))
    year = models.GeneratedField(expression=ExtractYear("day"), output_field=models.IntegerField(), db_persist=True)
    full = models.GeneratedField(expression=Concat("symbol", Value(" "), F("label")), output_field=models.CharField(max_length=30), db_persist=False)

    class Meta:
        indexes = [
            models.Index(Case(When(price__gt=1, then=Value(1)), default=Value(2), output_field=models.IntegerField()), name="cased"),
            models.Index(Cast("symbol", models.TextField()), name="casted"),
            models.Index(Double("price"), name="doubled"),
            models.Index(-F("price"), name="minus"),
            models.Index((F("price") + 1) * Decimal("2.0"), name="sums"),
            models.Index(F("price").bitand(1), name="bits"),
            models.Index(fields=["symbol"], condition=Q(day__gt=datetime.date(2020, 1, 1)) & Q(price__lt=Decimal("3.10")), name="conditioned"),
        ]
        constraints = [
            models.CheckConstraint(condition=GreaterThan(F("price"), 0), name="greater"),
            models.CheckConstraint(condition=Q(price__lt=F("price") + Value(1)), name="less"),
            models.CheckConstraint(condition=Q(ExpressionWrapper(Q(price=1), output_field=models.BooleanField())), name="wrapped"),
            models.CheckConstraint(condition=Q(price=1) & (Q(symbol="a") & Q(symbol="b") | Q(symbol="c")) & ~Q(Q(price=2), label="z"), name="nested"),
            models.CheckConstraint(condition=Q() | Q(price=1), name="emptied"),
        ]
