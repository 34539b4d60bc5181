SECRET_KEY = 'x'
INSTALLED_APPS = ['market']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
