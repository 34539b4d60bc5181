from django.conf import settings
from django.db import models

class Order(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True)
    class Meta:
        indexes = [models.Index(fields=['user'])]
