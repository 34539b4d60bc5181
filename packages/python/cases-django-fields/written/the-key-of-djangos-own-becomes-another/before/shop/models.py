from django.db import models


class Big(models.Model):
    "The big one."

    note = models.TextField()


class Given(models.Model):
    code = models.CharField(max_length=5, unique=True)
