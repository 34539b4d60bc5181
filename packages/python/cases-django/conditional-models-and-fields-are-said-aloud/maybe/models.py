import os

from django.db import models

if os.environ.get('WITH_EXTRA'):

    class Extra(models.Model):
        name = models.CharField(max_length=5)


class Always(models.Model):
    name = models.CharField(max_length=5)
    if os.environ.get('WITH_AGE'):
        age = models.IntegerField()
    length = models.CharField(max_length=int(os.environ.get('LENGTH', '7')))


try:
    import json
except ImportError:
    json = None

if json is not None:

    class Certain(models.Model):
        data = models.JSONField()
