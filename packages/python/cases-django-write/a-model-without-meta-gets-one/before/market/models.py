from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.CharField(max_length=100)

    def __str__(self):
        return self.symbol


class Stamped(models.Model):
    created = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ['created']
        indexes = [models.Index(fields=['created'])]


class Quote(Stamped):
    price = models.IntegerField()


class Bar(Stamped):
    price = models.IntegerField()

    class Meta(Stamped.Meta):
        verbose_name = 'bar'


class Empty(models.Model):
    pass
