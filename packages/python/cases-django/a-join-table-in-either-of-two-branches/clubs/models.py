import os

from django.db import models


class Member(models.Model):
    pass


class Visited(models.Model):
    if os.environ.get('WITH_VISITORS'):
        visitors = models.ManyToManyField(Member, related_name='visited')
    else:
        visitors = None

    class Meta:
        abstract = True


class Club(Visited):
    if os.environ.get('WITH_NAMED_GUESTS'):
        guests = models.ManyToManyField(Member, related_name='guest_of')
    else:
        guests = models.ManyToManyField(Member, related_name='+', blank=True)
    if os.environ.get('WITH_LEVELS'):
        level = models.IntegerField()
    else:
        level = models.CharField(max_length=3)
    if os.environ.get('WITH_OWNER'):
        owner = models.ForeignKey(Member, models.CASCADE, related_name='owned')
    else:
        owner = None
