"""Models."""
from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models as m
from django.db.models import F, Q
from django.db.models.functions import (
    Lower,  # for names
    Now,
    Trim,
    Upper,
)
from sqlalchemy import (
    BigInteger,
    Column,
    Index as SqlalchemyIndex,
    Integer,
    String,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import (Mapped, mapped_column, relationship)

from .base import Base, Thing
from .other import Other


class Index:
    pass
