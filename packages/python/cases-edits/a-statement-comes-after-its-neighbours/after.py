"""Models."""
from django.db import models


class Stock(models.Model):
    """A stock."""

    symbol = models.CharField(max_length=10)
    name = models.CharField(max_length=200)  # in full
    cap = 1
    cap2 = 1

    class Meta:
        db_table = "stocks"

    def __str__(self):
        return self.symbol


class Spaced(models.Model):

    symbol = models.CharField(max_length=10)

    # what it is called
    name = models.CharField(max_length=200)

    cap = 1

    def __str__(self):
        return self.symbol


class Bare(models.Model):
    cap = 1


class Dotted(models.Model):
    cap = 1


class Documented(models.Model):
    """Nothing else."""


class OneLine(models.Model):
    a = 1
    b = 2
    cap = 1


class Semicolons(models.Model):
    a = 1; b = 2  # two
    cap = 1
    c = 3


@register
class Decorated(models.Model):
    cap = 1

    class Meta:
        db_table = "decorated"
    # the end of Decorated


class New: pass
