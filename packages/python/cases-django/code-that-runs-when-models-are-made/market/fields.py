from django.db import models
from django.db.models.base import ModelBase
from django.db.models.signals import post_save


class Descriptor:
    def __init__(self, field):
        self.field = field


class UpperField(models.CharField):
    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.name, Descriptor(self))
        post_save.connect(self.saved, sender=cls)

    def saved(self, **kwargs):
        pass


class MoneyField:
    """Two columns that stand elsewhere, as one attribute."""

    many_to_many = many_to_one = one_to_many = one_to_one = is_relation = related_model = remote_field = None
    auto_created = concrete = hidden = unique = primary_key = False
    editable = False
    column = db_column = None
    creation_counter = 0

    def __init__(self, amount_field):
        self.amount_field = amount_field

    def contribute_to_class(self, cls, name, **kwargs):
        setattr(cls, name, Descriptor(self))


class Registering(ModelBase):
    made = []

    def __new__(cls, name, bases, attrs, **kwargs):
        attrs['registered'] = {}
        new_class = super().__new__(cls, name, bases, attrs, **kwargs)
        new_class.registered['name'] = name
        return new_class


class MixedIn(models.Field):
    pass


class MixedText(MixedIn, models.TextField):
    pass


class CuttingField(models.CharField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.max_length = self.max_length or 7
