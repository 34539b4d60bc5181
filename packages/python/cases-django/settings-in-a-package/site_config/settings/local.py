from .base import *

INSTALLED_APPS += ['apps.bar']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
