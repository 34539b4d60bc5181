const contributed = ['admin', 'auth', 'contenttypes', 'sessions', 'messages', 'staticfiles', 'sites'];

/** The project around a Django package: what `startproject` would make, as far as models and migrations ask for it. */
export function djangoFiles({ apps, imports = [], settings = [], middleware = [] }) {
  const installed = [...contributed.map((name) => `django.contrib.${name}`), ...apps];
  return {
    'manage.py': manage,
    'conformance_urls.py': 'urlpatterns = []\n',
    'conformance_settings.py': [
      ...imports,
      "SECRET_KEY = 'conformance'",
      'SITE_ID = 1',
      'USE_TZ = True',
      "ROOT_URLCONF = 'conformance_urls'",
      "STATIC_URL = '/static/'",
      "DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'",
      "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'conformance'}}",
      `MIDDLEWARE = [\n${listed([...usual, ...middleware])}]`,
      "TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True, 'OPTIONS': {}}]",
      `INSTALLED_APPS = [\n${listed(installed)}]`,
      ...settings,
      '',
    ].join('\n'),
  };
}

const listed = (names) => names.map((name) => `    '${name}',\n`).join('');

const usual = [
  'django.contrib.sessions.middleware.SessionMiddleware',
  'django.contrib.auth.middleware.AuthenticationMiddleware',
  'django.contrib.messages.middleware.MessageMiddleware',
];

const manage = `import os
import sys

if __name__ == '__main__':
    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'conformance_settings')
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
`;
