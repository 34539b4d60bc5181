from django.db import models
from django.db.models.functions import Lower


class Exchange(models.Model):
    code = models.CharField(max_length=10, unique=True)


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    note = models.TextField()
    active = models.BooleanField(default=True)
    lots = models.PositiveIntegerField(default=0)
    small_rank = models.SmallIntegerField(null=True, blank=True)
    rank = models.IntegerField(null=True, blank=True)
    volume = models.BigIntegerField()
    ratio = models.FloatField(null=True, blank=True)
    traded = models.DateField(null=True, blank=True)
    opened = models.TimeField(null=True, blank=True)
    changed = models.DateTimeField()
    picture = models.BinaryField(null=True, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)
    token = models.UUIDField()
    exchange = models.ForeignKey("Exchange", on_delete=models.DO_NOTHING)

    class Meta:
        indexes = [
            models.Index(fields=["-volume", "symbol"], name="by_volume"),
            models.Index(
                fields=["symbol"],
                condition=models.Q(traded__isnull=True),
                name="live_stocks",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["exchange", "symbol"], name="stock_of_exchange"
            ),
            models.UniqueConstraint(Lower("symbol"), name="symbol_any_case"),
            models.CheckConstraint(
                condition=models.Q(lots__gt=0) | models.Q(volume__gt=0),
                name="lots_or_volume",
            ),
        ]
