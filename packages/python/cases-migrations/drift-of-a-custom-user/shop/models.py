from django.db import models
from django.contrib.auth.models import AbstractUser


class Person(AbstractUser):
    nick = models.CharField(max_length=5)
