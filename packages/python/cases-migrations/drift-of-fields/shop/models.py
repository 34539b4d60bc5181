from django.db import models
import django.core.validators
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _


class Stock(models.Model):
    symbol = models.CharField(max_length=12)
    market_cap = models.BigIntegerField(null=True)
    note = models.CharField(max_length=5, verbose_name='Remark', choices=[('a', 'A')], default='a')
    same = models.CharField('Same', max_length=5, help_text=_('help'), validators=[RegexValidator('x')])
