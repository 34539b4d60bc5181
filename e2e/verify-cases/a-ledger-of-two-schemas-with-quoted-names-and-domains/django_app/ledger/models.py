from django.core.validators import MinValueValidator
from django.db import models


class Account(models.Model):
    iban = models.CharField(max_length=34, unique=True)
    owner = models.CharField(max_length=80, db_column="ownerName")
    currency = models.CharField(max_length=3)
    opened = models.DateField()
    limit = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    class Meta:
        db_table = 'ledger"."Account'


class Entry(models.Model):
    account = models.ForeignKey(Account, on_delete=models.DO_NOTHING, db_column="accountId")
    parent = models.ForeignKey("self", on_delete=models.DO_NOTHING, null=True, db_column="parentId")
    amount = models.DecimalField(max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    booked_at = models.DateTimeField(db_column="bookedAt")
    reference = models.TextField(blank=True)

    class Meta:
        db_table = 'ledger"."Entry'


class AuditEvent(models.Model):
    happened_at = models.DateTimeField(auto_now_add=True)
    actor = models.GenericIPAddressField(null=True)
    payload = models.JSONField()

    class Meta:
        db_table = 'audit"."event'
        indexes = [models.Index(fields=["-happened_at"], name="event_recent")]
