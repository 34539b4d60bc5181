from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    sector = models.CharField(max_length=50)
    name = models.CharField(max_length=100)

    class Meta:
        db_table = "stocks"
        indexes = [
            models.Index(fields=["sector"], name="idx_sector"),
        ]
