import datetime
from decimal import Decimal

from django.db import models
from django.db.models.functions import Coalesce, Length, Lower
from django.db.models.lookups import Exact, GreaterThan, In


class Order(models.Model):
    status = models.CharField(max_length=10)
    note = models.CharField(max_length=10, null=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    paid = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    quantity = models.IntegerField()
    ratio = models.FloatField()
    opened = models.DateField()
    closed = models.DateField(null=True)
    is_open = models.BooleanField()

    class Meta:
        db_table = "orders"
        indexes = [
            models.Index(
                fields=["opened"],
                condition=models.Q(~Exact(models.F("note"), "x")),
                name="idx_orders_open",
            ),
            models.Index(
                fields=["opened"],
                condition=models.Q(~In(models.F("note"), ["x", "y"])),
                name="idx_orders_notin",
            ),
            models.Index(
                fields=["opened"],
                condition=models.Q(amount__gt=Coalesce("paid", models.Value(0))),
                name="idx_orders_sum",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["done", "it's", "new"]), name="ck_status"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__lt=1000000, amount__gte=0), name="ck_amount"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=Decimal("0.5")), name="ck_cents"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__lte=100, quantity__gte=1),
                name="ck_between",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(closed__gte=models.F("opened"))
                    | models.Q(closed__isnull=True)
                ),
                name="ck_dates",
            ),
            models.CheckConstraint(
                condition=models.Q(opened__gte=datetime.date(2020, 1, 1)),
                name="ck_since",
            ),
            models.CheckConstraint(condition=~models.Q(note="x"), name="ck_not"),
            models.CheckConstraint(
                condition=~models.Q(status=""), name="ck_status_not"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=models.F("paid")), name="ck_paid"
            ),
            models.CheckConstraint(
                condition=models.Q(GreaterThan(models.F("amount") * models.F("quantity"), 0)),
                name="ck_total",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(is_open=False, closed__isnull=False)
                    | models.Q(closed__isnull=True, is_open=True)
                ),
                name="ck_either",
            ),
            models.CheckConstraint(
                condition=models.Q(status__startswith="a"), name="ck_like"
            ),
            models.CheckConstraint(
                condition=models.Q(status__regex="^[a-z]+$"), name="ck_regex"
            ),
            models.CheckConstraint(
                condition=models.Q(GreaterThan(Length("status"), 2)), name="ck_length"
            ),
            models.CheckConstraint(condition=models.Q(ratio__lte=1.5), name="ck_ratio"),
            models.CheckConstraint(
                condition=models.Q(status=Lower("status")), name="ck_lower"
            ),
        ]
