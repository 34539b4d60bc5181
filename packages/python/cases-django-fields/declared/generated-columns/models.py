from django.db import models
from django.db.models.functions import Upper


class Lines(models.Model):
    price = models.IntegerField()
    count = models.IntegerField(db_column="Count")
    total = models.GeneratedField(
        expression=models.F("price") * models.F("count"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    name = models.TextField()
    upper_name = models.GeneratedField(
        expression=Upper("name"), output_field=models.TextField(), db_persist=True
    )

    class Meta:
        db_table = "lines"
