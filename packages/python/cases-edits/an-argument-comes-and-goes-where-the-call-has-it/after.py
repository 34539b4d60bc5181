from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.CharField(
        max_length=200,
        null=True,
        db_index=True,
    )
    currency = models.CharField(
        max_length=3,
        null=True,
        default="USD",
        db_comment="ISO 4217 code of every price of this stock",
    )
    plain = models.TextField(null=True, blank=True)
    sector = models.CharField("sector (of the economy)", max_length=100,
                              choices=[("a", "A"), ("b", "B")])
    kind = models.CharField(
        max_length=12, choices=KINDS, default="call", help_text="put or call", null=True, blank=True
    )
    one = models.IntegerField(
        null=True, blank=True
    )
    other = models.IntegerField()
