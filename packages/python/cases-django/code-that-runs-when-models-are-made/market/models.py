from django.conf import settings
from django.db import models

from market.fields import CuttingField, MixedText, MoneyField, Registering, UpperField


class Stock(models.Model, metaclass=Registering):
    symbol = UpperField(max_length=12)
    price_amount = models.DecimalField(max_digits=12, decimal_places=3)
    price = MoneyField(amount_field='price_amount')
    note = MixedText()
    cut = CuttingField()


class Removable(models.Model):
    class Meta:
        abstract = True


Removable.add_to_class('removed_at', models.DateTimeField(null=True, db_index=True))


class Contract(Removable):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)


class ContractProxy(Contract):
    class Meta:
        proxy = 'market' in settings.INSTALLED_APPS
