from django.db import models

class Named(models.Model):
    name = models.CharField(max_length=9)
    related = models.ForeignKey("shop.Stock", models.CASCADE, related_name="%(app_label)s_%(class)s_related")
    class Meta:
        abstract = True
        indexes = [models.Index(fields=["name"])]
