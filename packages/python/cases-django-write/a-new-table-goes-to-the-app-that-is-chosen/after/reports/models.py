from django.db import models


class MonthlySummary(models.Model):
    stock = models.ForeignKey('market.Stock', on_delete=models.DO_NOTHING)
    body = models.TextField()

    class Meta:
        db_table = 'monthly_summaries'
