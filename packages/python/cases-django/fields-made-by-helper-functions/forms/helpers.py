from django.db import models


LENGTH = 2 * 20


def name_field(length=LENGTH, **kwargs):
    return models.CharField(max_length=length, **kwargs)


def owner(**options):
    return models.ForeignKey('forms.Owner', on_delete=models.CASCADE, **options)


COMMON = {'null': True, 'blank': True}
