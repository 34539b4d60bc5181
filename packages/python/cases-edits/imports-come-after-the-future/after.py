"""Models."""
from __future__ import annotations

from django.db import models

X = 1
