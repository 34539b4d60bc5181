from django.db import models


class Stamped(models.Model):
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ['made']


class A(Stamped):
    class Meta(Stamped.Meta):
        indexes = [models.Index(fields=['-made'], name='made_idx')]


class B(Stamped):
    pass
