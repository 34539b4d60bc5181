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
            models.Index(fields=['cap'], name='c'),
            # no more
        ]


class Quote(models.Model):
    class Meta:
        indexes = [
            models.Index(fields=['symbol'], name='a'),
            models.Index(fields=['symbol'], name='b'),  # no comma
            models.Index(fields=['cap'], name='c')
        ]


class Bar(models.Model):
    class Meta:
        indexes = [
            models.Index(fields=['symbol'], name='a'),
            models.Index(fields=['cap'], name='c'),
        ]


class Tick(models.Model):
    class Meta:
        indexes = [
            models.Index(fields=['cap'], name='a_very_long_name_of_an_index'),
            models.Index(
                fields=['cap', 'another', 'third'],
                name='a_very_long_name_of_an_index_that_does_not_fit',
            ),
        ]


class Candle(models.Model):
    class Meta:
        indexes = [models.Index(fields=['symbol'], name='a'),
                   models.Index(fields=['symbol'], name='b'),
                   models.Index(fields=['cap'], name='c')]


class Trade(models.Model):
    class Meta:
        indexes = (
            models.Index(fields=['symbol'], name='a'),
            models.Index(fields=['cap']),
        )


class Order(models.Model):
    class Meta:
        indexes = [
            # none yet
            models.Index(fields=['cap']),
        ]
