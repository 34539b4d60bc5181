import os

from django.db import models


class Member(models.Model):
    pass


class Club(models.Model):
    members = models.ManyToManyField(Member)
    if os.environ.get('WITH_GUESTS'):
        guests = models.ManyToManyField(Member, related_name='visited')
