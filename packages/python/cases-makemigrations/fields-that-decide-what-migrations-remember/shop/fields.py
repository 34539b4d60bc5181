from django.db import models

class Money(models.DecimalField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_digits", 12)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)

class Code(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 5
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

class Shaped(models.TextField):
    def __init__(self, *args, shape="x", **kwargs):
        self.shape = shape
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.shape != "x":
            kwargs["shape"] = self.shape
        kwargs.pop("help_text", None)
        return name, path, args, kwargs

    def db_type(self, connection):
        return "text"
