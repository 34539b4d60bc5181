from django.db import models
from shop.order.abstract_models import AbstractOrder


class Order(AbstractOrder):
    gift = models.BooleanField(default=False)


from shop.order.models import *  # noqa: E402, F403
