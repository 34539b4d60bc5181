import os

DEBUG = os.environ.get('DEBUG') == '1'
LOCAL_APPS = ['apps.club']
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth'] + LOCAL_APPS
DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'
NAME_LENGTH = 44
SECRET_KEY = 'x'
USE_TZ = True
