INSTALLED_APPS = ["shop"]
USE_TZ = True
DATABASES = {}
LENGTH = 12
KINDS = [("a", "A")]
