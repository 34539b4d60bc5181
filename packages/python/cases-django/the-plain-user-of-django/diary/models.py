from django.contrib.auth.models import User
from django.db import models


class Profile(User):
    town = models.CharField(max_length=10)


class Entry(models.Model):
    owner = models.ForeignKey(User, on_delete=models.CASCADE)
    readers = models.ManyToManyField('auth.User', related_name='+')
