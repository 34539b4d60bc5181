from django.db import models


class Share(models.Model):
    symbol = models.CharField(max_length=10)
    others = models.ManyToManyField('self')
    class Meta:
        db_table = 'shop_stock'
