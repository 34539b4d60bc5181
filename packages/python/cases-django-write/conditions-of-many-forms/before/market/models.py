from django.db import models


class Order(models.Model):
    status = models.CharField(max_length=10)
    note = models.CharField(max_length=10, null=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    paid = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    quantity = models.IntegerField()
    ratio = models.FloatField()
    opened = models.DateField()
    closed = models.DateField(null=True)
    is_open = models.BooleanField()

    class Meta:
        db_table = "orders"
