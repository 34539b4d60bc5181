import enum
from django.db import models
from django.utils.translation import gettext_lazy as _

class Side(models.TextChoices):
    BUY = "B", _("Buy")
    SELL = "S"
    __empty__ = "(none)"

class Level(models.IntegerChoices):
    LOW = 1
    VERY_HIGH = 2, "Top"

class Color(enum.Enum):
    RED = "red"

def choices():
    return [("a", "A")]

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    side = models.CharField(max_length=1, choices=Side.choices, default=Side.BUY)
    side2 = models.CharField(max_length=1, choices=Side, blank=True)
    level = models.IntegerField(choices=Level.choices, default=Level.LOW)
    plain = models.CharField(max_length=3, choices=[("a", "A"), ["b", "B"]], null=True)
    grouped = models.CharField(max_length=3, choices=(("g", (("a", "A"), ("b", _("B")))), ("c", "C")), null=True)
    mapped = models.CharField(max_length=3, choices={"x": "X", "group": {"y": "Y"}}, null=True)
    called = models.CharField(max_length=3, choices=choices, null=True)
    colour = models.CharField(max_length=3, default=Color.RED)
    ints = models.IntegerField(choices=((i, str(i)) for i in range(3)), null=True)
