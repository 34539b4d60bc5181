from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models

class Order(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    others = models.ManyToManyField('people.User', related_name='+')
