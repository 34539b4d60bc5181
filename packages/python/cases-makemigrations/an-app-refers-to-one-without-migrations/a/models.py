from django.db import models


class A(models.Model):
    b = models.ForeignKey('b.B', models.CASCADE)
