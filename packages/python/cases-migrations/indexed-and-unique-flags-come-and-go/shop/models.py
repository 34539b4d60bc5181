from django.db import models


class Stock(models.Model):
    a = models.CharField(max_length=10)
    b = models.CharField(max_length=10, db_index=True)
    c = models.CharField(max_length=10, unique=True)
    d = models.CharField(max_length=10, db_index=True)
    e = models.CharField(max_length=10)
    f = models.IntegerField(unique=True)
    g = models.IntegerField(db_index=True)
    h = models.CharField(max_length=10)
    i = models.IntegerField()
    j = models.SlugField(db_index=False)
