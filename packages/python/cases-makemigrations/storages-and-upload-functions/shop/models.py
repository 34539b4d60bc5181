from django.core.files.storage import FileSystemStorage, default_storage
from django.db import models

def where(instance, filename):
    return filename

def storage():
    return FileSystemStorage("/tmp/x")

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    a = models.FileField(upload_to=where, blank=True)
    b = models.FileField(storage=FileSystemStorage(location="/tmp", base_url="/m/"), blank=True)
    c = models.FileField(storage=storage, blank=True, max_length=100)
    d = models.ImageField(upload_to="d", storage=default_storage, blank=True, max_length=200)
