INSTALLED_APPS = ["shop"]
MIGRATION_MODULES = {"shop": "history.shop"}
USE_TZ = True
DATABASES = {}
