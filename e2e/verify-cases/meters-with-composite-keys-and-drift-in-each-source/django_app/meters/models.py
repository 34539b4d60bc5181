from django.db import models


class Meter(models.Model):
    serial_number = models.CharField(max_length=20, primary_key=True)
    installed_on = models.DateField()
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    is_smart = models.BooleanField(default=False)

    class Meta:
        db_table = "meters"


class Reading(models.Model):
    pk = models.CompositePrimaryKey("meter_id", "taken_at")
    meter = models.ForeignKey(Meter, on_delete=models.CASCADE, db_column="meter_serial")
    taken_at = models.DateTimeField()
    kwh = models.FloatField()
    quality = models.SmallIntegerField(default=1)

    class Meta:
        db_table = "readings"
        indexes = [models.Index(fields=["taken_at"], name="readings_taken_at_idx")]


class Tariff(models.Model):
    name = models.CharField(max_length=50, unique=True)
    cents_per_kwh = models.DecimalField(max_digits=6, decimal_places=3)
    valid_from = models.DateField()

    class Meta:
        db_table = "tariffs"
