from django.db.models import (
    CASCADE,
    DO_NOTHING,
    CharField,
    CheckConstraint,
    ForeignKey,
    Index,
    IntegerField,
    Model,
    Q,
    TextField,
)

from .venues import Venue


class Stock(Model):
    venue = ForeignKey(Venue, on_delete=CASCADE)
    symbol = CharField(max_length=10)


class Quote(Model):
    stock = ForeignKey(Stock, on_delete=CASCADE)


class Trade(Model):
    venue = ForeignKey(Venue, on_delete=DO_NOTHING)
    size = IntegerField()
    note = TextField(null=True, blank=True)

    class Meta:
        db_table = "trades"
        indexes = [
            Index(fields=["size"], name="idx_trades_size"),
        ]
        constraints = [
            CheckConstraint(condition=Q(size__gt=0), name="ck_size"),
        ]
