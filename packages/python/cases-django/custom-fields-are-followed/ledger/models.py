from django.db import models
from django.db.models.functions import Cast, Lower

from .fields import CodeField, Flags, LongTextField, MoneyField, OwnerField, SmallCodeField, TagField


class Owner(models.Model):
    pass


class Entry(models.Model):
    amount = MoneyField()
    fee = MoneyField(max_digits=8, null=True)
    code = CodeField()
    short = SmallCodeField()
    tags = TagField()
    flags = Flags(default=0)
    text = LongTextField(max_length=5, db_index=True)
    owner = OwnerField()
    other = OwnerField(null=True, related_name='+')


class Ranked(models.Model):
    note = models.TextField()

    class Meta:
        indexes = [models.Index(Cast(Lower('note'), output_field=CodeField()), name='ranked_code')]
