from django.db import models


class Owner(models.Model):
    code = models.CharField(max_length=5, unique=True)
    x = y = models.IntegerField()

    class Meta:
        db_table = 'owner'


class Item(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE, to_field='code')

    class Meta:
        db_table = 'item'
