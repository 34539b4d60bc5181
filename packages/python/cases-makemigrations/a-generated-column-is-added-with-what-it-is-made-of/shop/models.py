from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    a = models.IntegerField(default=0)
    b = models.GeneratedField(expression=models.F("a") + models.F("z"), output_field=models.IntegerField(), db_persist=True)
    z = models.IntegerField(default=0)
