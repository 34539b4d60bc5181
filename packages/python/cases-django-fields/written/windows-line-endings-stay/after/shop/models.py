from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=7, null=True, blank=True)  # name
    size = models.IntegerField(
        default=1,
        null=True,
        blank=True,
    )
    description = models.CharField(
        max_length=300,
        default="something that is long enough to need more than one line of code",
    )

    class Meta:
        db_table = "item"
