from django.db import models
from django.db.models import Q


class Item(models.Model):
    # What it costs.
    price = models.IntegerField()  # in cents

    name = models.CharField(max_length=5)
    kind = models.CharField(max_length=5, db_index=True)

    class Meta:
        db_table = "item"
        ordering = ["-price", "name"]
        unique_together = ("price", "name")
        indexes = [
            models.Index(fields=["-price"], name="price"),
            models.Index(fields=["name"], name="name_idx"),
            models.Index(fields=["name", "price"], name="both"),
        ]
        constraints = [models.CheckConstraint(condition=Q(price__gte=0), name="price_ok")]


class Other(models.Model):
    only = models.IntegerField(unique=True)

    class Meta:
        ordering = ["only"]
