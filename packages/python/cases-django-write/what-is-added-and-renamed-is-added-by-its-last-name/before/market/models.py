from django.db import models


class Stock(models.Model):
    price = models.IntegerField()
    cap = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["cap"], name="idx_cap")]
