INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
