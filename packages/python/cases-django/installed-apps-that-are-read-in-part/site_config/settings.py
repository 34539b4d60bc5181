import os
from importlib import metadata


def plugins():
    return [entry.module for entry in metadata.entry_points(group='shop.plugins')]


INSTALLED_APPS = [
    'django.contrib.auth',
    'django.contrib.contenttypes',
]
if os.environ.get('WITH_SESSIONS'):
    INSTALLED_APPS += ['django.contrib.sessions']

INSTALLED_APPS = INSTALLED_APPS + ['shop'] + plugins()
