from django.db import models


class Tracked:
    """Wraps a field's attribute, as libraries of counters and histories do."""

    def __init__(self, name):
        self.name = name


def register(model, *names):
    for name in names:
        setattr(model, name, Tracked(name))


class Dated(models.Model):
    day = models.DateField()

    class Meta:
        abstract = True


Dated.day = Tracked('day')


class Photo(Dated):
    title = models.CharField(max_length=40)
    size = models.IntegerField()
    people = models.ManyToManyField('album.Person')


class Person(models.Model):
    name = models.CharField(max_length=40, db_index=True)


Photo.title = Tracked('title')
Photo.height = models.IntegerField()
register(Photo, 'size', 'people')
Person.name = None
for attribute in dir(Person):
    setattr(Person, attribute.upper(), 1)
