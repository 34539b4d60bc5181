from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper


class Order(models.Model):
    code = models.CharField(max_length=20)
    total = models.DecimalField(max_digits=10, decimal_places=2)
    paid = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=['code'], name='open_orders', condition=Q(paid=False)),
            models.Index(Lower('code'), F('total').desc(nulls_last=True), name='lower_code'),
            models.Index(Upper('code').desc(), name='upper_code'),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(total__gte=0), name='total_not_negative'),
            models.UniqueConstraint(fields=['code'], condition=Q(deleted_at__isnull=True), name='live_code'),
            models.UniqueConstraint(Lower('code'), name='code_any_case'),
        ]
