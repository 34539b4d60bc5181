from django.db import models as m
from django.db.models import CharField


class Item(m.Model):
    code = CharField("Code", max_length=10, help_text='a code', db_index=True)
    count = m.PositiveIntegerField(default=0, verbose_name='count')
    ratio = m.FloatField('Ratio', null=True, blank=True)
    moment = m.DateTimeField(auto_now_add=True)
    slug = m.SlugField(max_length=20)
    price = m.DecimalField(max_digits=8, decimal_places=2)
    lines = m.TextField()

    class Meta:
        db_table = 'item'
