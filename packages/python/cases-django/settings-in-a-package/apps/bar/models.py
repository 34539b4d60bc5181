from django.db import models

from apps.club.models import Club


class Bar(models.Model):
    club = models.ForeignKey(Club, on_delete=models.CASCADE)
