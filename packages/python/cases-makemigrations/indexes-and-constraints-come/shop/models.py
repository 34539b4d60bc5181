from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["symbol"], name="by_symbol"), models.Index(fields=["price"])]
        constraints = [
            models.UniqueConstraint(fields=["symbol", "price"], name="uq"),
            models.CheckConstraint(condition=models.Q(price__gt=0), name="positive"),
        ]
