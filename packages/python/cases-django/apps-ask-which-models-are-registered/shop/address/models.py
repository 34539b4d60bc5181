from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from shop.loading import is_model_registered

if not is_model_registered('address', 'Address'):

    class Address(models.Model):
        line = models.CharField(max_length=100)

        if apps.is_installed('django.contrib.auth'):
            owner = models.ForeignKey('auth.User', on_delete=models.CASCADE)

        if apps.is_installed('django.contrib.sites'):
            site = models.ForeignKey('sites.Site', on_delete=models.CASCADE)


class Customer(get_user_model()):
    class Meta:
        proxy = True
