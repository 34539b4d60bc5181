"""Models."""
from __future__ import annotations

from django.db import models as m
from django.db.models import F, Q
from django.db.models.functions import (
    Lower,  # for names
    Upper,
)
from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import (Mapped, mapped_column)

from .base import Base


class Index:
    pass
