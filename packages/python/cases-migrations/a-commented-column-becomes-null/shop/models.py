from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, null=True, db_comment='As traded')
    name = models.CharField(max_length=50, db_comment='As people say')
    rank = models.PositiveIntegerField(null=True, db_comment='The first is 1')
    level = models.PositiveSmallIntegerField()
    exchange = models.ForeignKey('Exchange', models.CASCADE, null=True)

    class Meta:
        unique_together = []


class Exchange(models.Model):
    code = models.CharField(max_length=4, db_default='XETR')
