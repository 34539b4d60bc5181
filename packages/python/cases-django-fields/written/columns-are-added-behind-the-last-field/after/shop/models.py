"""The shop."""
import uuid

from django.db import models


class Stock(models.Model):
    """What is traded."""

    symbol = models.CharField(max_length=10, unique=True)  # as the exchange has it
    name = models.CharField(max_length=200)
    # The last one.
    listed = models.BooleanField(
        default=True,
        help_text='still traded',
    )
    market_cap = models.BigIntegerField(null=True, blank=True, db_comment='in dollars')
    volume = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=4, unique=True, null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    token = models.UUIDField(default=uuid.uuid4)
    parent = models.ForeignKey('self', on_delete=models.SET_NULL, null=True, blank=True)

    objects = models.Manager()

    class Meta:
        db_table = 'stocks'
        ordering = ['symbol']
        indexes = [
            models.Index(fields=['market_cap'], name='idx_stocks_market_cap'),
        ]

    def __str__(self):
        return self.symbol


class Empty(models.Model):
    note = models.TextField(null=True, blank=True)
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)

    class Meta:
        db_table = 'empty'


class Bare(models.Model):
    note = models.TextField(null=True, blank=True)
    rating = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=0), name='shop_bare_rating_check'
            ),
        ]
