from django.db import models
from django.db.models import F


class Line(models.Model):
    price = models.IntegerField()
    count = models.IntegerField()
    total = models.GeneratedField(expression=F('price') + F('count'), output_field=models.IntegerField(), db_persist=True, help_text='all')
    plain = models.GeneratedField(expression=F('price'), output_field=models.IntegerField(), db_persist=True)
    other = models.IntegerField(default=0, help_text='other')

    class Meta:
        db_table = 'lines'
