from django.db import models


MONEY_DIGITS = 19


class MoneyField(models.DecimalField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault('max_digits', MONEY_DIGITS)
        kwargs['decimal_places'] = 4
        super().__init__(*args, **kwargs)


class CodeField(models.CharField):
    def __init__(self, *args, length=6, **kwargs):
        kwargs['max_length'] = length
        kwargs['unique'] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs['length'] = kwargs.pop('max_length')
        return name, path, args, kwargs


class TagField(models.TextField):
    description = 'tags'

    def db_type(self, connection):
        return 'varchar(33)[]'


class Flags(models.Field):
    def get_internal_type(self):
        return 'PositiveSmallIntegerField'


class LongTextField(models.CharField):
    def get_internal_type(self):
        return 'TextField'


class OwnerField(models.ForeignKey):
    def __init__(self, to='ledger.Owner', on_delete=models.CASCADE, **kwargs):
        super().__init__(to, on_delete, **kwargs)


class SmallCodeField(CodeField):
    def __init__(self, *args, **kwargs):
        kwargs['length'] = 3
        super().__init__(*args, **kwargs)
