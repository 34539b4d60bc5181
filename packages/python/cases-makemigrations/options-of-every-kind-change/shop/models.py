from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    class Meta:
        verbose_name = "share"
        verbose_name_plural = "shares"
        db_table = "new"
        db_table_comment = "It's new"
        get_latest_by = "symbol"
        default_permissions = ("add", "view")
        default_related_name = "shares"
        select_on_save = True
        ordering = [models.F("symbol").desc(), "-id"]
