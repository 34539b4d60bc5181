from django.db import models

from store.models.base import Base


class Customer(Base):
    name = models.CharField(max_length=10)
