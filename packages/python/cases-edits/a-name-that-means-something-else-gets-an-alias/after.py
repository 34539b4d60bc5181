import sqlalchemy as sa
from django.contrib.gis.db import models
import uuid as uuid_uuid
from enum import *
import sqlalchemy.dialects.postgresql

uuid = "x"


class A(models.Model):
    first = models.TextField(
        uuid_uuid.uuid4,
        models.Q,
        sa.Column,
        sqlalchemy.dialects.postgresql.JSONB,
        Enum,
        A,
    )
    second = models.TextField()
