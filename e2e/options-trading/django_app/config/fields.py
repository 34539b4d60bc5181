"""Column types that Django does not have."""
from django.db import models


class RealField(models.FloatField):
    """Four-byte floating point."""

    def db_type(self, connection):
        return "real"
