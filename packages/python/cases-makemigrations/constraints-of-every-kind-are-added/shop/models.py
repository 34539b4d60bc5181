from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Q
from django.db.models.functions import Lower

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField(null=True)
    day = models.DateField(null=True)
    during = DateRangeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0) & Q(price__lt=F("id")) | ~Q(symbol="x"), name="c1"),
            models.CheckConstraint(condition=~(Q(symbol="a") | Q(symbol__in=["b", "c"])), name="c2"),
            models.CheckConstraint(condition=Q(Q(price=1), Q(price=2), _connector=Q.OR), name="c3", violation_error_code="bad"),
            models.CheckConstraint(condition=Q(price=1, symbol="q") ^ Q(price__range=(1, 2)), name="%(app_label)s_%(class)s_c4"),
            models.UniqueConstraint(fields=["symbol"], condition=Q(price__isnull=True), name="u1"),
            models.UniqueConstraint(fields=["symbol", "day"], deferrable=Deferrable.DEFERRED, name="u2"),
            models.UniqueConstraint(Lower("symbol"), "price", name="u3"),
            models.UniqueConstraint(fields=["price"], include=["day"], nulls_distinct=False, name="u4"),
            models.UniqueConstraint(fields=["price"], opclasses=["int4_ops"], name="u5"),
            ExclusionConstraint(name="x1", expressions=[("during", RangeOperators.OVERLAPS), (F("price"), "=")], condition=Q(price__gt=0)),
            ExclusionConstraint(name="x2", expressions=[("during", "-|-")], index_type="SPGIST", deferrable=Deferrable.IMMEDIATE, include=["price"]),
        ]
