from django.contrib.postgres.fields import ArrayField
from django.db import models as m
from django.db.models import CharField


class Item(m.Model):
    code = m.TextField("Code", help_text='a code', db_index=True)
    count = m.PositiveBigIntegerField(default=0, verbose_name='count')
    ratio = m.DecimalField('Ratio', max_digits=5, decimal_places=2, null=True, blank=True)
    moment = m.DateField(auto_now_add=True)
    slug = m.TextField(db_index=True)
    price = m.FloatField()
    lines = ArrayField(m.TextField())

    class Meta:
        db_table = 'item'
