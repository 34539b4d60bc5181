from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        ordering = ["symbol"]
        indexes = [
            models.Index(fields=["symbol"], name="idx_symbol"),
        ]


class Bond(models.Model):
    rate = models.IntegerField()
