from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    name = models.CharField(max_length=100)

    class Meta:
        db_table_comment = 'What "is" traded'
        indexes = [
            models.Index(fields=['name'], name='idx_stock_name'),
        ]

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

    class Meta(Stamped.Meta):
        indexes = [
            *Stamped.Meta.indexes,
            models.Index(fields=['price'], name='idx_quote_price'),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price__gt=0), name='ck_quote_price'
            ),
        ]


class Bar(Stamped):
    price = models.IntegerField()

    class Meta(Stamped.Meta):
        verbose_name = 'bar'
        indexes = [
            *Stamped.Meta.indexes,
            models.Index(fields=['price'], name='idx_bar_price'),
        ]


class Empty(models.Model):
    class Meta:
        db_table_comment = 'Nothing'
