from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        db_table = 'stocks'


class OptionQuote(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.DO_NOTHING)
    kind = models.CharField(max_length=4)
    price = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    quoted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = 'option_quotes'
        db_table_comment = 'What options were quoted at'
        indexes = [
            models.Index(
                fields=['-quoted_at'],
                condition=models.Q(price__isnull=False),
                name='idx_quotes_at',
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=['stock', 'kind'], name='uq_quote'),
            models.CheckConstraint(
                condition=models.Q(kind__in=['call', 'put']), name='ck_kind'
            ),
        ]


class Venue(models.Model):
    name = models.CharField(max_length=50)
