INSTALLED_APPS = ['django.contrib.postgres', 'corner']
USE_TZ = True
