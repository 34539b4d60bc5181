from django.db import models


class Loud(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault('max_length', 7)
        super().__init__(*args, **kwargs)


class Plain(models.IntegerField):
    pass


class Item(models.Model):
    loud = Loud('Loud', max_length=9, null=True, blank=True)
    plain = Plain(help_text='plain', unique=True, default=4)
    other = Plain(null=True, blank=True)

    class Meta:
        db_table = 'item'
