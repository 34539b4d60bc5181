from django.db import models
from django.db.models import Q


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=100)
    sector = models.IntegerField(db_index=True, help_text="of the economy")
    cap = models.IntegerField(null=True)

    class Meta:
        db_table = "stocks"
        db_table_comment = "Old"
        unique_together = [("name", "sector"), ("name", "cap")]
        indexes = [
            # By name, for the list.
            models.Index(fields=["name"], name="idx_name"),
            models.Index(fields=["cap"], name="idx_cap"),
            models.Index(
                fields=["sector", "cap"],
                name="idx_sector_cap",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(cap__gt=0), name="ck_cap"),
            models.UniqueConstraint(fields=["cap", "name"], name="uq_cap_name"),
        ]


class Bond(models.Model):
    rate = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["rate"], name="idx_rate")]
