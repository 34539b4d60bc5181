from django.db import models
from django.db.models import F
from django.db.models.functions import Lower


class Square(models.Model):
    side = models.IntegerField()
    name = models.CharField(max_length=10)
    area = models.GeneratedField(expression=F('side') * F('side'), output_field=models.BigIntegerField(), db_persist=True)
    lower = models.GeneratedField(
        expression=Lower('name'), output_field=models.CharField(max_length=10), db_persist=True, unique=True
    )
