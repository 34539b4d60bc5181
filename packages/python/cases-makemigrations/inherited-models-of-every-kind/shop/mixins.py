from django.db import models

class Plain:
    pass

class Named(models.Model):
    name = models.CharField(max_length=9)
    class Meta:
        abstract = True
