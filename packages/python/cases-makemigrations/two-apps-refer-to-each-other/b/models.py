from django.db import models


class B(models.Model):
    a = models.ForeignKey('a.A', models.CASCADE, null=True)

class B2(models.Model):
    a = models.ForeignKey('a.A2', models.CASCADE)
