from django.contrib.auth import get_user_model
from django.db import models


class AbstractOrder(models.Model):
    number = models.CharField(max_length=20, unique=True)
    user = models.ForeignKey(get_user_model(), null=True, on_delete=models.SET_NULL)

    class Meta:
        abstract = True
        app_label = 'order'


class AbstractLine(models.Model):
    order = models.ForeignKey('order.Order', on_delete=models.CASCADE)

    class Meta:
        abstract = True
        app_label = 'order'
