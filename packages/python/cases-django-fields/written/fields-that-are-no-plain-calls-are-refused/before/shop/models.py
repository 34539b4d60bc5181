from django.db import models

NULLABLE = {'null': True, 'blank': True}


def short(length):
    return models.CharField(max_length=length)


class Loud(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs['max_length'] = 7
        super().__init__(*args, **kwargs)


class RealField(models.FloatField):
    def db_type(self, connection):
        return 'real'


class Item(models.Model):
    helped = short(5)
    optional = models.IntegerField(**NULLABLE)
    loud = Loud()
    kind = Loud(help_text='x')
    share = RealField()

    class Meta:
        db_table = 'item'
