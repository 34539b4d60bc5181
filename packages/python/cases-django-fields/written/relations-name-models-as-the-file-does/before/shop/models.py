from django.contrib.auth.models import User
from django.db import models


class Order(models.Model):
    customer = models.ForeignKey('shop.Customer', models.CASCADE, related_name='orders')


class Customer(models.Model):
    name = models.CharField(max_length=5)
