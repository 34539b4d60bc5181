from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ['created']


class A(Stamped):
    class Meta(Stamped.Meta):
        indexes = [models.Index(fields=['-created'], name='made_idx')]


class B(Stamped):
    pass
