from django.db import models
from django.db.models.functions import Now


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    double = models.GeneratedField(expression=models.F('price') * 2, output_field=models.DecimalField(max_digits=12, decimal_places=2), db_persist=True)
    at = models.DateTimeField(db_default=Now())
    size = models.IntegerField(db_default=models.Value(5))
