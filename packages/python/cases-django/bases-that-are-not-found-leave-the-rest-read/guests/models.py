from django.db import models

try:
    from vendored_fields import ColourField
except ImportError:
    ColourField = None


class Guest(models.Model):
    name = models.CharField(max_length=10)
