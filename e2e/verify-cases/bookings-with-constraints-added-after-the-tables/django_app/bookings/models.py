from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


class Room(models.Model):
    code = models.CharField(max_length=16, primary_key=True, db_comment="As painted on the door")
    floor = models.SmallIntegerField()
    seats = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "room"
        db_table_comment = "Rooms that can be booked"


class Guest(models.Model):
    id = models.BigAutoField(primary_key=True)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    phone = models.CharField(max_length=32, blank=True, db_default="")

    class Meta:
        db_table = "guest"
        indexes = [models.Index(fields=["last_name", "first_name"], name="guest_name_idx")]


class Booking(models.Model):
    id = models.BigAutoField(primary_key=True)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, db_column="room_code")
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE)
    during = DateTimeRangeField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    kind = models.CharField(max_length=10, choices=[("single", "Single"), ("group", "Group")])

    class Meta:
        db_table = "booking"
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="booking_ends_after_start"),
            models.CheckConstraint(condition=Q(kind__in=["single", "group"]), name="booking_kind_known"),
            ExclusionConstraint(
                name="booking_no_overlap",
                expressions=[("room", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.UniqueConstraint(
                fields=["guest", "starts_on"], name="booking_one_a_day", deferrable=models.Deferrable.DEFERRED
            ),
        ]
