from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Random


class DatabaseDefaults(models.Model):
    data = models.JSONField(
        db_default={"on": True, "sizes": [1, 2.5, None], "theme": "dark"}
    )
    names = ArrayField(models.TextField(), db_default=["a", "b"])
    numbers = ArrayField(models.IntegerField(), db_default=[1, 2])
    chance = models.FloatField(db_default=Random())

    class Meta:
        db_table = "database_defaults"
