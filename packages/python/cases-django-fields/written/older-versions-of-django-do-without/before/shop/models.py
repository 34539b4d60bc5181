from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=5)

    class Meta:
        db_table = 'item'
