from django.db import models


class A(models.Model):
    pass

class A2(models.Model):
    b = models.ForeignKey('b.B2', models.CASCADE)
