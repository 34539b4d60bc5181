from django.db import models


WIDTH = 10
LONG = dict(max_length=WIDTH * 2, null=True)


class Series(models.Model):
    MAX = 30

    class Kind(models.TextChoices):
        A = 'a'

    name = models.CharField(max_length=MAX)
    alias = models.CharField(**LONG)
    kind = models.CharField(max_length=max(len(value) for value in ('abc', 'de')), choices=Kind.choices)
    wide = models.CharField(max_length=WIDTH if WIDTH > 5 else 5)
    for _i in range(2):
        pass
