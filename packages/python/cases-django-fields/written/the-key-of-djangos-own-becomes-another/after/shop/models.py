from django.db import models


class Big(models.Model):
    "The big one."

    id = models.BigAutoField(primary_key=True)

    note = models.TextField()


class Given(models.Model):
    code = models.CharField(max_length=5, primary_key=True)
