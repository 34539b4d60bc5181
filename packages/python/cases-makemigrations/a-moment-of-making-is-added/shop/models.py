from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    day = models.DateField(auto_now_add=True, db_index=True)
    at = models.TimeField(auto_now=True)
