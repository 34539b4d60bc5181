import uuid

from django.db import models


class Implicit(models.Model):
    pass


class Small(models.Model):
    id = models.SmallAutoField(primary_key=True)


class Big(models.Model):
    number = models.BigAutoField(primary_key=True, db_column='no')


class Text(models.Model):
    code = models.CharField(max_length=8, primary_key=True)


class Unique(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


class Owner(models.Model):
    text = models.ForeignKey(Text, on_delete=models.CASCADE)
    small = models.ForeignKey(Small, on_delete=models.PROTECT, null=True)
    unique = models.ForeignKey(Unique, models.SET_NULL, null=True)
    big = models.OneToOneField(Big, on_delete=models.RESTRICT, primary_key=True)
