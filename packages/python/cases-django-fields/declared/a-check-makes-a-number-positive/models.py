from django.db import models


class Amounts(models.Model):
    small = models.PositiveSmallIntegerField()
    whole = models.PositiveIntegerField(null=True, blank=True)
    big = models.PositiveBigIntegerField(default=0)
    odd = models.PositiveIntegerField(db_column="Odd")

    class Meta:
        db_table = "amounts"
