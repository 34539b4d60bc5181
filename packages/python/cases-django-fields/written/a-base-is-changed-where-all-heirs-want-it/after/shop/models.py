from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True, null=True)
    note = models.CharField(max_length=9)

    class Meta:
        abstract = True


class A(Stamped):
    class Meta:
        indexes = [models.Index(fields=['note'], name='note_idx')]


class B(Stamped):
    size = models.BigIntegerField()
