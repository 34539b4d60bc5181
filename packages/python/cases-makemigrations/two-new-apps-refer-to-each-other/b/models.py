from django.db import models


class B(models.Model):
    a = models.ForeignKey('a.A', models.CASCADE)
    many = models.ManyToManyField('a.A', related_name='+')
