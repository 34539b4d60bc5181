from django.db import models

from . import helpers
from .helpers import COMMON, name_field

TABLE = 'form' + '_rows'


class Owner(models.Model):
    name = name_field(unique=True)


class Form(models.Model):
    title = name_field(12)
    other = name_field(length=13, null=True)
    owner = helpers.owner(related_name='forms')
    maybe = models.IntegerField(**COMMON)

    class Meta:
        db_table = TABLE
        indexes = [models.Index(fields=[name], name=f'form_{name}') for name in ('title', 'other')]
