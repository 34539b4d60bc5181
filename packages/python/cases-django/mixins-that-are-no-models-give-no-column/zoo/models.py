from django.db import models


class Plain:
    ignored = models.IntegerField()
    hidden = 3


class Base(models.Model):
    hidden = models.IntegerField()
    shown = models.IntegerField()

    class Meta:
        abstract = True


class Animal(Plain, Base):
    name = models.CharField(max_length=9)


class Other(Base, Plain):
    pass
