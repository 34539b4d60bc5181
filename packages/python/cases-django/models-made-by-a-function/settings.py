SECRET_KEY = 'x'
INSTALLED_APPS = ['forum']
DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'
