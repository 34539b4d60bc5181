from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField()

    class Meta:
        db_table = 'stocks'
        db_table_comment = 'new words'
        ordering = ['symbol']
        verbose_name = 'share'
        unique_together = [['symbol', 'price']]


class Same(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        ordering = ['symbol']
        verbose_name = 'same'
        verbose_name_plural = 'sames'
        permissions = [('see', 'May see')]
        get_latest_by = 'symbol'
