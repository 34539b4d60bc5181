from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)  # the ticker

    class Meta:
        db_table = 'stocks'
        indexes = [
            # by symbol
            models.Index(fields=['symbol'], name='a'),  # first
            models.Index(
                fields=['name'],
                name='b',
            ),  # last
            # no more
        ]


class Quote(models.Model):
    class Meta:
        indexes = [
            models.Index(fields=['symbol'], name='a'),
            models.Index(fields=['symbol'], name='b')  # no comma
        ]


class Bar(models.Model):
    class Meta:
        indexes = [models.Index(fields=['symbol'], name='a')]


class Tick(models.Model):
    class Meta:
        indexes = []


class Candle(models.Model):
    class Meta:
        indexes = [models.Index(fields=['symbol'], name='a'),
                   models.Index(fields=['symbol'], name='b')]


class Trade(models.Model):
    class Meta:
        indexes = (models.Index(fields=['symbol'], name='a'),)


class Order(models.Model):
    class Meta:
        indexes = [
            # none yet
        ]
