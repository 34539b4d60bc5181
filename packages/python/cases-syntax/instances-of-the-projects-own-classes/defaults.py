from framework import settings as django_settings


class Settings:
    PREFIX = "SHOP_"
    LENGTH = 40

    def __init__(self, prefix, *, defaults=None):
        self.prefix = prefix
        self.defaults = defaults or {"CODE_LENGTH": 12}

    def named(self, name):
        return self.prefix + name

    @property
    def TABLE(self):
        return self.named("orders")

    @classmethod
    def length(cls):
        return cls.LENGTH

    def __getattr__(self, name):
        try:
            return self.defaults[name]
        except KeyError:
            return "no " + name


class Derived(Settings):
    def __init__(self):
        super().__init__("derived_")
        self.extra = True

    def named(self, name):
        return super().named(name).upper()


settings = Settings("shop_")
derived = Derived()
_hidden = Settings("hidden_")


def __getattr__(name):
    return getattr(_hidden, name)
