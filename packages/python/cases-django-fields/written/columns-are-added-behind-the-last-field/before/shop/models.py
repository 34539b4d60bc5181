"""The shop."""
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

    objects = models.Manager()

    class Meta:
        db_table = 'stocks'
        ordering = ['symbol']

    def __str__(self):
        return self.symbol


class Empty(models.Model):
    class Meta:
        db_table = 'empty'


class Bare(models.Model):
    pass
