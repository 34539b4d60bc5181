from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=5)
    gone = models.IntegerField()

    class Meta:
        abstract = True


class A(Stamped):
    class Meta:
        indexes = [models.Index(fields=['gone'], name='gone_idx'), models.Index(fields=['note'], name='note_idx')]


class B(Stamped):
    size = models.IntegerField()
