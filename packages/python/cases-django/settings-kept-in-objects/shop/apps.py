from django.apps import AppConfig

from shop.conf import app_settings


class ShopConfig(AppConfig):
    name = "shop"
    default_auto_field = app_settings.AUTO_FIELD or "django.db.models.AutoField"
