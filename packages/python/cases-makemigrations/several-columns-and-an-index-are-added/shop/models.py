from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    market_cap = models.DecimalField(max_digits=12, decimal_places=2, null=True, db_comment="in dollars")
    listed = models.DateField(db_index=True, null=True)
    sector = models.CharField("Sector", max_length=40, blank=True, default="", help_text="It's \"quoted\"")

    class Meta:
        indexes = [models.Index(fields=["symbol", "-listed"])]
