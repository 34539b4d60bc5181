"""Runs of the data collectors."""
import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone


class CollectionJob(models.Model):
    class Status(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        SUCCEEDED = "succeeded"
        FAILED = "failed"
        CANCELLED = "cancelled"

    job_uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    job_type = models.CharField(max_length=50)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.PENDING)
    stock = models.ForeignKey("options.Stock", on_delete=models.CASCADE, null=True, blank=True)
    priority = models.SmallIntegerField(default=5)
    attempts = models.PositiveIntegerField(default=0)
    rows_collected = models.BigIntegerField(default=0)
    payload = models.JSONField(default=dict, blank=True)
    error_message = models.TextField(null=True, blank=True)
    worker_host = models.GenericIPAddressField(null=True, blank=True)
    scheduled_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "collection_jobs"
        indexes = [
            models.Index(fields=["status", "-priority", "scheduled_at"], name="idx_jobs_status_priority"),
            models.Index(
                fields=["scheduled_at"], condition=Q(finished_at__isnull=True), name="idx_jobs_unfinished"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(priority__range=(0, 9)), name="ck_collection_jobs_priority"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(started_at__isnull=False),
                name="ck_collection_jobs_finished",
            ),
        ]
