from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Share(Stock):
    class Meta:
        proxy = True
        ordering = ["symbol"]

class Report(models.Model):
    stock = models.ForeignKey(Stock, models.DO_NOTHING)
    class Meta:
        managed = False
        db_table = "report"
