from django.apps import AppConfig


class OrderConfig(AppConfig):
    name = 'forked.order'
    label = 'order'
