from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Trade(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="trades")
    buyer = models.ForeignKey("self", models.SET_NULL, null=True)
    amount = models.IntegerField(default=0)
    tags = models.ManyToManyField(Stock, related_name="+")

    class Meta:
        db_table = "trades"
        ordering = ["-amount"]
        verbose_name_plural = "trades"
        unique_together = [("stock", "amount")]
        indexes = [models.Index(fields=["stock"], name="trade_stock")]
        constraints = [models.CheckConstraint(condition=models.Q(amount__gte=0), name="amount_positive")]
