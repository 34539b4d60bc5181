from django.db import models
from shop.models import Customer


class Place(models.Model):
    owner = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, blank=True)
    order = models.ForeignKey(
        "shop.Order",
        on_delete=models.CASCADE,
        related_name="place_order_set",
        null=True,
        blank=True,
    )
