from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    a_rather_long_name_of_a_column_0 = models.IntegerField(null=True)
    a_rather_long_name_of_a_column_1 = models.IntegerField(null=True)
    a_rather_long_name_of_a_column_2 = models.IntegerField(null=True)
