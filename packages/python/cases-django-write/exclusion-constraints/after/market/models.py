from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models


class Booking(models.Model):
    room = models.IntegerField()
    during = DateRangeField()
    cancelled = models.BooleanField()

    class Meta:
        db_table = "bookings"
        constraints = [
            ExclusionConstraint(
                name="ex_bookings",
                expressions=[
                    ("room", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)
                ],
                condition=models.Q(cancelled=False),
            ),
        ]


class Hold(models.Model):
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="ex_holds", expressions=[("during", RangeOperators.OVERLAPS)]
            ),
        ]
