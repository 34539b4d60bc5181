from django.db import models


class Exchange(models.Model):
    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=10, unique=True)


class Stock(models.Model):
    id = models.BigAutoField(primary_key=True)
    symbol = models.CharField(max_length=10)
    note = models.TextField()
    active = models.BooleanField(default=True)
    lots = models.PositiveIntegerField(default=0)
    small_rank = models.SmallIntegerField(null=True, blank=True)
    volume = models.BigIntegerField()
    ratio = models.FloatField(null=True, blank=True)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    traded = models.DateField(null=True, blank=True)
    opened = models.TimeField(null=True, blank=True)
    changed = models.DateTimeField(auto_now_add=True)
    picture = models.BinaryField(null=True, blank=True)
    extra = models.JSONField()
    address = models.GenericIPAddressField(null=True, blank=True)
    token = models.UUIDField()
    exchange = models.ForeignKey("Exchange", on_delete=models.DO_NOTHING)

    class Meta:
        indexes = [
            models.Index(fields=["price", "symbol"], name="by_price"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["exchange", "symbol"], name="stock_of_exchange"
            ),
            models.CheckConstraint(
                condition=models.Q(price__gt=0) & ~models.Q(symbol=""),
                name="price_positive",
            ),
        ]
