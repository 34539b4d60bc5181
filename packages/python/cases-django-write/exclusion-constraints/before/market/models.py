from django.contrib.postgres.fields import DateRangeField
from django.db import models


class Booking(models.Model):
    room = models.IntegerField()
    during = DateRangeField()
    cancelled = models.BooleanField()

    class Meta:
        db_table = "bookings"
