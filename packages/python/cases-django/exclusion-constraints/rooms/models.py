from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q


class Booking(models.Model):
    room = models.IntegerField()
    during = DateTimeRangeField()
    cancelled = models.BooleanField(default=False)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name='no_overlap',
                expressions=[('room', RangeOperators.EQUAL), ('during', RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name='no_overlap_unless_cancelled',
                expressions=[('during', '&&')],
                condition=Q(cancelled=False),
                index_type='SPGIST',
            ),
        ]
