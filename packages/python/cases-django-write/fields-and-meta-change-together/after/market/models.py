from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    title = models.CharField(max_length=100)
    market_cap = models.BigIntegerField(null=True, blank=True)

    class Meta:
        db_table = "stocks"
        indexes = [
            models.Index(fields=["market_cap"], name="idx_market_cap"),
            models.Index(fields=["title", "market_cap"], name="idx_title"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(market_cap__gt=10), name="ck_market_cap"
            ),
        ]
