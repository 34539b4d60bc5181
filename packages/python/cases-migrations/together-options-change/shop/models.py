from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    exchange = models.CharField(max_length=10)
    sector = models.CharField(max_length=10)

    class Meta:
        unique_together = {('symbol', 'exchange'), ('sector', 'symbol')}
        indexes = [models.Index(fields=['exchange', 'sector'], name='by_exchange')]
