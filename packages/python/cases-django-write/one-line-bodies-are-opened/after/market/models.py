from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    class Meta:
        db_table = "securities"
        constraints = [
            models.CheckConstraint(condition=models.Q(symbol__gt="a"), name="ck_a"),
        ]
    def __str__(self): return self.symbol


class Bond(models.Model):
    rate = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["rate"], name="idx_rate"),
        ]


class Venue(models.Model):
    name = models.CharField(max_length=10)
    stocks = models.ManyToManyField(Stock, db_table="listings")

    class Meta:
        db_table_comment = "Where"
