from django.conf import settings
from django.db import models


class Club(models.Model):
    name = models.CharField(max_length=settings.NAME_LENGTH)
