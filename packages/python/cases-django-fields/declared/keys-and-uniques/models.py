import uuid

from django.db import models


class Implicit(models.Model):
    class Meta:
        db_table = "implicit"


class BigKey(models.Model):
    id = models.BigAutoField(primary_key=True)

    class Meta:
        db_table = "big_key"


class OtherKey(models.Model):
    number = models.AutoField(primary_key=True)
    code = models.CharField(max_length=5, unique=True)

    class Meta:
        db_table = "other_key"


class GivenKey(models.Model):
    id = models.BigIntegerField(primary_key=True)

    class Meta:
        db_table = "given_key"


class TextKey(models.Model):
    code = models.CharField(max_length=8, primary_key=True)

    class Meta:
        db_table = "text_key"


class RandomKey(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        db_table = "random_key"


class Uniques(models.Model):
    a = models.IntegerField(unique=True, null=True, blank=True)
    b = models.IntegerField(unique=True)
    c = models.DateField(unique=True)

    class Meta:
        db_table = "uniques"


class Composite(models.Model):
    pk = models.CompositePrimaryKey("tenant", "number")
    tenant = models.IntegerField()
    number = models.IntegerField()
    note = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "composite"
