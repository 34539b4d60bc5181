from django.contrib.postgres.indexes import BrinIndex, GinIndex, OpClass
from django.db import models
from django.db.models.functions import Collate, Lower, Upper


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.TextField()
    sector = models.CharField(max_length=100, null=True, blank=True)
    tags = models.JSONField(default=dict)
    cap = models.BigIntegerField(null=True)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    listed = models.DateField()
    is_active = models.BooleanField(default=True)

    class Meta:
        db_table = "stocks"
        ordering = ["symbol"]
        indexes = [
            models.Index(fields=["sector"], name="idx_stocks_sector"),  # for the screener
            GinIndex(fields=["tags"], name="idx_stocks_tags"),
            models.Index(fields=["cap"], name="idx_stocks_cap"),
            models.Index(fields=["-listed", "symbol"], name="idx_stocks_recent"),
            models.Index(
                fields=["symbol"], condition=models.Q(is_active=True), name="idx_stocks_active"
            ),
            models.Index(
                fields=["symbol"],
                condition=models.Q(is_active=False, cap__gt=1000),
                name="idx_stocks_inactive",
            ),
            models.Index(Upper("name"), name="idx_stocks_upper"),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="idx_stocks_name_trgm"),
            models.Index(fields=["symbol"], include=["price"], name="idx_stocks_covering"),
            models.Index(models.F("cap").desc(nulls_last=True), name="idx_stocks_cap_last"),
            BrinIndex(fields=["listed"], name="idx_stocks_brin"),
            models.Index(
                OpClass("symbol", name="varchar_pattern_ops"), "listed", name="idx_stocks_mixed"
            ),
            models.Index(Collate("name", "C"), name="idx_stocks_c"),
            models.Index(models.F("price") * 2, Lower("name").desc(), name="idx_stocks_value"),
        ]
        constraints = [
            models.UniqueConstraint(Lower("symbol"), name="uq_stocks_lower"),
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(is_active=True, sector__isnull=False),
                name="uq_stocks_active",
            ),
        ]

    def __str__(self):
        return self.symbol
