INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sites", "django.contrib.sessions", "shop.apps.ShopConfig"]
USE_TZ = True
DATABASES = {}
STORE_ELSEWHERE = "store.Elsewhere"
