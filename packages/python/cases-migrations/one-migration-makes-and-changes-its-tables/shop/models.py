from django.db import models


class Exchange(models.Model):
    code = models.CharField(max_length=10)

    class Meta:
        db_table = 'exchanges'


class Stock(models.Model):
    ticker = models.CharField(max_length=10, db_index=True)
    home = models.ForeignKey(Exchange, models.CASCADE)
    kind = models.CharField(max_length=5)

    class Meta:
        unique_together = {('ticker', 'kind')}
