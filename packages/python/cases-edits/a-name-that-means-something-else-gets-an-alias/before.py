import sqlalchemy as sa
from django.contrib.gis.db import models
from enum import *
import sqlalchemy.dialects.postgresql

uuid = "x"


class A(models.Model):
    first = models.TextField()
    second = models.TextField()
