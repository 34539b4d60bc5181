from django.db import models


class Stock(models.Model):
    class Kind(models.TextChoices):
        PLAIN = 'p', 'Plain'
        ODD_LOT = 'o'

    class Rank(models.IntegerChoices):
        LOW = 1, 'Lower'
        HIGH = 2

    same = models.CharField(max_length=1, choices=Kind.choices, default=Kind.PLAIN)
    also = models.IntegerField(choices=Rank)
    other = models.CharField(max_length=1, choices=Kind)
    listed = models.CharField(max_length=1, choices=[('a', 'A'), ('g', [('b', 'B')])])
    mapped = models.CharField(max_length=1, choices={'a': 'A'})
