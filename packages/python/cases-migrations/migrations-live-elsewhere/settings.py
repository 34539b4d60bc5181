INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'shop']
MIGRATION_MODULES = {'shop': 'history.shop'}
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
