from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=['price'], name='ix_new'),
            models.Index(fields=['symbol'], name='ix_renamed'),
            models.Index(fields=['symbol', 'price'], name='ix_same'),
            models.Index(fields=['price', 'symbol'], name='ix_changed', condition=models.Q(price__gt=2)),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(price__gt=0), name='ck_changed'),
            models.CheckConstraint(condition=models.Q(price__gt=0) & ~models.Q(symbol=''), name='ck_same'),
            models.UniqueConstraint(fields=['symbol'], name='uq_new'),
        ]
