from django.db import models


class A(models.Model):
    n = models.ForeignKey('b.B', models.CASCADE)
    s = models.ForeignKey('self', models.CASCADE)
