from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    name = models.CharField(
        max_length=200,
        help_text="What it is called, in full",  # for people
        null=True,
    )
    currency = models.CharField(
        max_length=3, default="USD", db_comment="ISO 4217 code of every price of this stock"
    )
    plain = models.TextField()
    sector = models.CharField("sector (of the economy)", max_length=100,
                              choices=[("a", "A"), ("b", "B")], null=True)
    kind = models.CharField(max_length=10, choices=KINDS, default="call", help_text="put or call")
    one = models.IntegerField(
        null=True
    )
    other = models.IntegerField(null=True, help_text="a comma, (and) a [bracket] # no comment")
