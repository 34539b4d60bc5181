from django.db import models


class Stock(models.Model):
    price = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(check=models.Q(price__gt=0), name="ck_price"),
        ]
