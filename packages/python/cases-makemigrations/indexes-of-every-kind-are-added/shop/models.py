from django.contrib.postgres.indexes import GinIndex, BrinIndex, GistIndex, HashIndex, OpClass, BloomIndex
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper, Coalesce

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField(null=True)
    words = ArrayField(models.CharField(max_length=5), default=list)

    class Meta:
        indexes = [
            GinIndex(fields=["words"]),
            GinIndex(OpClass(Lower("symbol"), name="gin_trgm_ops"), name="trgm"),
            BrinIndex(fields=["price"], pages_per_range=4, name="brin"),
            HashIndex(fields=["symbol"], name="hashed"),
            models.Index(Lower("symbol").desc(), "price", name="lowered"),
            models.Index(F("price").asc(nulls_last=True), name="nulls"),
            models.Index(F("price") * 2 + 1, name="doubled"),
            models.Index(Coalesce("price", models.Value(0)), name="coalesced"),
            models.Index(fields=["symbol"], include=["price"], name="covering", condition=Q(price__isnull=False)),
            models.Index(fields=["symbol"], opclasses=["varchar_pattern_ops"], name="opclass"),
            BloomIndex(fields=["price"], length=80, columns=[2], name="bloom"),
        ]
