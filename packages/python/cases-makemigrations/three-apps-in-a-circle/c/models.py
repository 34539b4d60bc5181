from django.db import models


class C(models.Model):
    n = models.ForeignKey('a.A', models.CASCADE)
    s = models.ForeignKey('self', models.CASCADE)
