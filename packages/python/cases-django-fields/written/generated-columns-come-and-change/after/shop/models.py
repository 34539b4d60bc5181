from django.db import models
from django.db.models import F


class Line(models.Model):
    price = models.IntegerField()
    count = models.IntegerField()
    total = models.GeneratedField(expression=F('price') * F('count'), output_field=models.IntegerField(), db_persist=True, help_text='all')
    plain = models.IntegerField(default=3)
    other = models.GeneratedField(
        expression=F('price') - F('count'), output_field=models.IntegerField(), db_persist=True, help_text='other'
    )
    twice = models.GeneratedField(expression=F('price') * 2, output_field=models.IntegerField(), db_persist=True)

    class Meta:
        db_table = 'lines'
