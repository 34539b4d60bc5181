from django.db import models


class Loud(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault('max_length', 7)
        super().__init__(*args, **kwargs)


class Plain(models.IntegerField):
    pass


class Item(models.Model):
    loud = Loud('Loud')
    plain = Plain(help_text='plain')
    other = Plain()

    class Meta:
        db_table = 'item'
