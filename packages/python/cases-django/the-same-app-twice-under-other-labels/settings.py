INSTALLED_APPS = ['shop.core', 'blog.core.apps.BlogCore']
USE_TZ = True
