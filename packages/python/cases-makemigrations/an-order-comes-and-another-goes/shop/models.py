from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField(null=True)


class Trade(models.Model):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    class Meta:
        order_with_respect_to = 'stock'
    others = models.ManyToManyField(Stock, related_name="others", through="Link")

class Link(models.Model):
    class Meta:
        verbose_name='x'
    a = models.ForeignKey(Stock, models.CASCADE)
    b = models.ForeignKey(Trade, models.CASCADE)
