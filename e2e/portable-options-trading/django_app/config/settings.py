"""Settings of the options trading back office."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "only-for-development")
DEBUG = os.environ.get("DJANGO_DEBUG", "") == "1"
ALLOWED_HOSTS = os.environ.get("DJANGO_ALLOWED_HOSTS", "localhost").split(",")

DJANGO_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
]

LOCAL_APPS = [
    "apps.options",
    "apps.strategies.apps.StrategiesConfig",
    "apps.data_collection",
]

INSTALLED_APPS = DJANGO_APPS + LOCAL_APPS

# One code base, three servers: DB_ENGINE says which one this process talks to.
ENGINES = {
    "sqlite": "django.db.backends.sqlite3",
    "mysql": "django.db.backends.mysql",
    "mariadb": "django.db.backends.mysql",
}

DATABASES = {
    "default": {
        "ENGINE": ENGINES[os.environ.get("DB_ENGINE", "sqlite")],
        "NAME": os.environ.get("DB_NAME", str(BASE_DIR / "options_trading.db")),
        "USER": os.environ.get("DB_USER", ""),
        "PASSWORD": os.environ.get("DB_PASSWORD", ""),
        "HOST": os.environ.get("DB_HOST", ""),
        "PORT": os.environ.get("DB_PORT", ""),
    }
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TIME_ZONE = "America/New_York"
USE_TZ = True
