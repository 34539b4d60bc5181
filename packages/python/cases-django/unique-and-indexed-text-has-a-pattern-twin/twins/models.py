from django.contrib.postgres.fields import ArrayField
from django.db import models


class Twin(models.Model):
    indexed = models.CharField(max_length=10, db_index=True)
    unique = models.CharField(max_length=10, unique=True)
    both = models.TextField(unique=True, db_index=True)
    number = models.IntegerField(unique=True, db_index=True)
    names = ArrayField(models.TextField(), unique=True)
    url = models.URLField(primary_key=True)
    slug = models.SlugField(unique=True)


class Child(Twin):
    other = models.ForeignKey(Twin, on_delete=models.CASCADE, to_field='unique', related_name='+')
    only = models.OneToOneField(Twin, on_delete=models.CASCADE, to_field='both', related_name='+')
