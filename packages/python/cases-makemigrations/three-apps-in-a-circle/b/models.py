from django.db import models


class B(models.Model):
    n = models.ForeignKey('c.C', models.CASCADE)
    s = models.ForeignKey('self', models.CASCADE)
