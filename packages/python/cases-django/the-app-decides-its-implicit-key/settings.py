INSTALLED_APPS = ['blog', 'stock.apps.StockConfig']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
USE_TZ = True
