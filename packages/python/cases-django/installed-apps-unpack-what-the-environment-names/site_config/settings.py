import os

INSTALLED_APPS = [
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'shop',
    *os.environ.get('FURTHER_APPS', '').split(),
]
