from django.conf import settings
from django.contrib.auth.models import User
from django.db import models


class Order(models.Model):
    customer = models.ForeignKey('shop.Customer', models.CASCADE, related_name='orders')
    payer = models.ForeignKey('shop.Customer', on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, null=True, blank=True
    )
    place = models.ForeignKey(
        'stock.Place',
        on_delete=models.DO_NOTHING,
        related_name='order_place_set',
        null=True,
        blank=True,
    )


class Customer(models.Model):
    name = models.CharField(max_length=5)
