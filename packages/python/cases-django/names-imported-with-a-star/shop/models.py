from django.contrib.postgres.indexes import *
from django.db.models import *


class Product(Model):
    name = CharField(max_length=40, unique=True)
    kind = ForeignKey("self", on_delete=SET_NULL, null=True)
    words = JSONField(default=dict)

    class Meta:
        indexes = [GinIndex(fields=["words"], name="product_words"), Index(F("name").desc(), name="product_name")]
        constraints = [CheckConstraint(condition=~Q(name=""), name="product_named")]
