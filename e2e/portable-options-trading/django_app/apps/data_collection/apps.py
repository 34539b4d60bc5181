from django.apps import AppConfig


class DataCollectionConfig(AppConfig):
    name = "apps.data_collection"
    verbose_name = "Data collection"
