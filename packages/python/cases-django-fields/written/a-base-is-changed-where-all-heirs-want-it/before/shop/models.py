from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=5)
    gone = models.IntegerField()

    class Meta:
        abstract = True


class A(Stamped):
    pass


class B(Stamped):
    size = models.IntegerField()
