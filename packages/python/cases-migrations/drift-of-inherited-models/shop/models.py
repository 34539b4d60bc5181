from django.db import models
import uuid


class Base(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    code = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
        ordering = ['created']
        indexes = [models.Index(fields=['created'])]


class Stock(Base):
    symbol = models.CharField(max_length=10)


class Fund(Stock):
    fee = models.FloatField()
    size = models.BinaryField(editable=True)


class Trust(Base):
    site = models.URLField()
    email = models.EmailField(blank=True)
    file = models.FileField(upload_to='x')
    slug = models.SlugField()
    secret = models.BinaryField()
    at = models.GenericIPAddressField()
