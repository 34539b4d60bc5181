from django.db import models


class Named(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        abstract = True


class A(Named):
    size = models.IntegerField(null=True, blank=True)
