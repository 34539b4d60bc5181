from django.db import models

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
