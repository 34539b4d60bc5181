import functools

from django.db import models


def register(cls):
    return cls


class Query(models.QuerySet):
    def open(self):
        return self


class Guests(models.Manager):
    pass


@register
@functools.total_ordering
class Guest(models.Model):
    name = models.CharField(max_length=10)
    objects = Guests()
    open = Query.as_manager()
    LIMIT = 4

    def __lt__(self, other):
        return False

    @property
    def upper(self):
        return self.name

    class Meta:
        verbose_name_plural = 'guests'
        ordering = ['name']
