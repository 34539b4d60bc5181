from django.db import models
from shop.beta import Keyed

class Dated(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    class Meta:
        abstract = True
        verbose_name = "dated %(class)s"

class Marked(Keyed, Dated):
    mark = models.CharField(max_length=3)
    class Meta:
        abstract = True
