import datetime as datetime_datetime
import uuid as uuid_uuid

from django.db import models, models as django_models


class Hidden(models.Model):
    uuid = django_models.UUIDField(default=uuid_uuid.uuid4)
    models = django_models.TextField()
    datetime = django_models.DurationField(default=datetime_datetime.timedelta(days=1))

    class Meta:
        db_table = "hidden"
