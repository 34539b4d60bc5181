from django.db import models


class CollectionJob(models.Model):
    scheduled_at = models.DateTimeField()
    status = models.CharField(max_length=10)

    class Meta:
        db_table = "collection_jobs"
        indexes = [
            models.Index(fields=["scheduled_at", "status"]),
            models.Index(
                fields=["status", "scheduled_at"],
                condition=models.Q(status="new"),
                name="collection__status_74740d_idx",
            ),
            models.Index(fields=["status"], name="collection_jobs_status_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=""), name="collection_jobs_status_check"
            ),
        ]
