from django.db import models


class Post(models.Model):
    tags = models.ManyToManyField('Tag')


class Tag(models.Model):
    pass
