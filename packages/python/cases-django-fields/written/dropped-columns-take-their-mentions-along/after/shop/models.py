from django.db import models
from django.db.models import Q


class Item(models.Model):
    name = models.CharField(max_length=5)

    class Meta:
        db_table = "item"
        ordering = ["name"]
        indexes = [
            models.Index(fields=["name"], name="name_idx"),
        ]


class Other(models.Model):
    pass
