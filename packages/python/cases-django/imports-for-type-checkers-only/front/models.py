from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from back.models import Back

    Backs = models.QuerySet[Back]

    class _Row(models.Model):
        """Seen by checkers alone: no table."""

        title: str


class Front(models.Model):
    def backs(self) -> Backs:
        return self.back_set.all()
