from django.db import models

from .base import Base
from .customer import Customer


class Order(Base):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    lines = models.ManyToManyField('store.Line')


class Line(Base):
    pass
