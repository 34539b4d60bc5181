INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'diary']
MIGRATION_MODULES = {'auth': None, 'contenttypes': None}
USE_TZ = True
