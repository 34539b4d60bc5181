from django.db import models
import django.contrib.postgres.operations
import django.contrib.postgres.indexes
import django.contrib.postgres.fields


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    tags = django.contrib.postgres.fields.ArrayField(models.CharField(max_length=5))
    price = models.IntegerField()
    name = models.CharField(max_length=20, db_collation='case_insensitive')

    class Meta:
        indexes = [
            django.contrib.postgres.indexes.GinIndex(fields=['tags'], name='ix_tags'),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(price__gt=0), name='ck_price')]
