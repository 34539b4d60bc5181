INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'shop']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
