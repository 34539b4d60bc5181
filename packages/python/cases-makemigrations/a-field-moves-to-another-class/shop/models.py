from django.db import models


class Base(models.Model):
    body = models.TextField()

class Sub(models.Model):
    x = models.IntegerField()

class Child(Base):
    title = models.CharField(max_length=3)
