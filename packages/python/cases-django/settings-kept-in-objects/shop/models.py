from django.conf import settings
from django.db import models

from shop.conf import CONSTANTS, app_settings, package_settings


class Owner(models.Model):
    key = models.CharField(max_length=CONSTANTS.PREFIX_LENGTH + CONSTANTS.KEY_LENGTH, unique=settings.DEBUG)


class Item(models.Model):
    code = models.CharField(max_length=package_settings.CODE_LENGTH)
    title = models.CharField(max_length=app_settings.TITLE_LENGTH)
    note = models.CharField(max_length=app_settings.NOTE_LENGTH)
    owner = models.ForeignKey(package_settings.OWNER_MODEL, on_delete=models.CASCADE)

    if hasattr(settings, "SHOP_TITLE_LENGTH"):
        slug = models.SlugField()

    if hasattr(settings, "SHOP_WITHOUT_SLUGS"):
        name = models.TextField()
