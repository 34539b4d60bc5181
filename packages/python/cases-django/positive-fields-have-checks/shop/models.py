from django.db import models


class Item(models.Model):
    small = models.PositiveSmallIntegerField()
    middle = models.PositiveIntegerField(null=True)
    large = models.PositiveBigIntegerField(db_column='Large')
