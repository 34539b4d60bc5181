from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from shop import constants

class Stock(models.Model):
    symbol = models.CharField(_("Symbol"), max_length=settings.LENGTH, help_text=_("It's a symbol"))
    kind = models.CharField(pgettext_lazy("context", "Kind"), max_length=1, choices=settings.KINDS, default=constants.KIND)
    limit = models.IntegerField(default=constants.LIMIT * 2, error_messages={"invalid": _("No")})

    class Meta:
        verbose_name = _("stock")
        verbose_name_plural = _("stocks")
        permissions = [("can_sell", _("Can sell"))]
