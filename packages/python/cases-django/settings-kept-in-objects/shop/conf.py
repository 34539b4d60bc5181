from django.conf import settings

DEFAULTS = {"CODE_LENGTH": 12, "OWNER_MODEL": getattr(settings, "SHOP_OWNER_MODEL", "shop.Owner")}


class PackageSettings:
    """As Django REST framework keeps its own."""

    def __init__(self, user_settings=None, defaults=None):
        self._user_settings = user_settings or {}
        self.defaults = defaults or DEFAULTS
        self._cached_attrs = set()

    @property
    def user_settings(self):
        if not hasattr(self, "_user_settings"):
            self._user_settings = getattr(settings, "SHOP_SETTINGS", {})
        return self._user_settings

    def __getattr__(self, attr):
        if attr not in self.defaults:
            raise AttributeError(f"Invalid setting: {attr}")
        try:
            value = self.user_settings[attr]
        except KeyError:
            value = self.defaults[attr]
        self._cached_attrs.add(attr)
        setattr(self, attr, value)
        return value


package_settings = PackageSettings(getattr(settings, "SHOP_SETTINGS", None), DEFAULTS)


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, default):
        return getattr(settings, self.prefix + name, default)

    @property
    def TITLE_LENGTH(self):
        return self._setting("TITLE_LENGTH", 200)

    @property
    def NOTE_LENGTH(self):
        return self._setting("NOTE_LENGTH", 500)

    @property
    def AUTO_FIELD(self):
        return self._setting("AUTO_FIELD", None)


app_settings = AppSettings("SHOP_")


class CONSTANTS:
    KEY_LENGTH = 15
    PREFIX_LENGTH = 10

    def __setattr__(self, *args):
        raise Exception("constants do not change")


CONSTANTS = CONSTANTS()
