from django.db import models


class CollectionJob(models.Model):
    scheduled_at = models.DateTimeField()
    status = models.CharField(max_length=10)

    class Meta:
        db_table = "collection_jobs"
