SECRET_KEY = 'x'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'forked.order.apps.OrderConfig', 'shop.address']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
