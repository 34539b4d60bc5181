from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=100)
    isin = models.CharField(max_length=12, null=True)
    sector = models.IntegerField()

    class Meta:
        db_table = "stocks"
        constraints = [
            models.UniqueConstraint(
                fields=["name", "sector"], name="stocks_name_sector_key"
            ),
            models.UniqueConstraint(
                fields=["isin"], nulls_distinct=False, name="uq_isin"
            ),
            models.UniqueConstraint(
                fields=["symbol", "name"],
                deferrable=models.Deferrable.DEFERRED,
                name="uq_later",
            ),
            models.UniqueConstraint(
                fields=["symbol", "isin"],
                name="uq_a_name_that_is_longer_than_thirty_characters",
            ),
            models.UniqueConstraint(fields=["isin", "sector"], name="uq_plain"),
            models.UniqueConstraint(models.F("sector").desc(), "name", name="uq_desc"),
            models.UniqueConstraint(
                fields=["name"], include=["sector"], name="uq_include"
            ),
        ]
