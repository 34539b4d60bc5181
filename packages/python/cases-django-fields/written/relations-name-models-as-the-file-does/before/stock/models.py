from django.db import models
from shop.models import Customer


class Place(models.Model):
    pass
