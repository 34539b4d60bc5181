import uuid
from django.db import models

class Stock(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    symbol = models.CharField(max_length=10)
