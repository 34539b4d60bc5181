from django.contrib.postgres.indexes import GinIndex
from django.db import models


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
        ]

    def __str__(self):
        return self.symbol
