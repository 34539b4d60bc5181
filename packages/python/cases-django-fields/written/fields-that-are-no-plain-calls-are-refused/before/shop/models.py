from django.db import models

NULLABLE = {'null': True, 'blank': True}


def short(length):
    return models.CharField(max_length=length)


class Loud(models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs['max_length'] = 7
        super().__init__(*args, **kwargs)


class Item(models.Model):
    helped = short(5)
    optional = models.IntegerField(**NULLABLE)
    loud = Loud()
    kind = Loud(help_text='x')

    class Meta:
        db_table = 'item'
