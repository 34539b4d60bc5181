from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=['symbol', 'price'], name='uq_symbol_price'),
            models.CheckConstraint(condition=models.Q(price__gte=0), name='ck_price', violation_error_message='no'),
            models.UniqueConstraint(fields=['symbol'], condition=models.Q(price__gt=0), name='uq_live'),
            models.UniqueConstraint(fields=['price'], deferrable=models.Deferrable.DEFERRED, name='uq_late'),
        ]
