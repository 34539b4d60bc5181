INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "people", "shop"]
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASES = {}
