INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'shop']
AUTH_USER_MODEL = 'shop.Person'
