from site_config.settings.local import *
