from django.db import models


class Typed:
    id: int
    code: str
    hidden = None


class Base(models.Model):
    code = models.CharField(max_length=4)
    hidden = models.IntegerField()

    class Meta:
        abstract = True


class Safe(Typed, Base):
    pass


class Diamond(models.Model):
    note = models.CharField(max_length=3)

    class Meta:
        abstract = True


class One(Diamond):
    note = models.TextField()

    class Meta:
        abstract = True


class Two(Diamond):
    class Meta:
        abstract = True


class Both(Two, One):
    pass
