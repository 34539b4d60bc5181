from django.conf import settings
from django.db import models


class Order(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
