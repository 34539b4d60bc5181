from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=5)  # name
    gone = models.IntegerField()
    size = models.IntegerField(
        default=1,
    )

    class Meta:
        db_table = "item"
