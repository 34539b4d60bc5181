INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions', 'django.contrib.admin', 'django.contrib.messages', 'django.contrib.sites', 'accounts']
AUTH_USER_MODEL = 'accounts.Member'
MIGRATION_MODULES = {'auth': None, 'contenttypes': None, 'sessions': None, 'admin': None, 'sites': None}
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
SITE_ID = 1
USE_TZ = True
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware', 'django.contrib.messages.middleware.MessageMiddleware']
TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'OPTIONS': {'context_processors': ['django.template.context_processors.request', 'django.contrib.auth.context_processors.auth', 'django.contrib.messages.context_processors.messages']}}]
