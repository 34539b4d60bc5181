from django.db import models


class Stock(models.Model):
    price = models.IntegerField()
    capital = models.IntegerField()

    class Meta:
        db_table = "stocks"
        indexes = [
            models.Index(fields=["capital", "price"], name="idx_cap"),
            models.Index(
                fields=["price"], condition=models.Q(capital__gt=0), name="idx_newer"
            ),
        ]
