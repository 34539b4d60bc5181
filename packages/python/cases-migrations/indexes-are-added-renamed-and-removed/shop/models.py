from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=['symbol', '-price'], name='ix_symbol_price'),
            models.Index(models.F('price') * 2, name='ix_double'),
            models.Index(fields=['price'], name='ix_price', condition=models.Q(price__gt=5), include=['symbol']),
        ]
