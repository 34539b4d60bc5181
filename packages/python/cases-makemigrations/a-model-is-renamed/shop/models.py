from django.db import models


class Share(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.IntegerField(null=True)


class Trade(models.Model):
    stock = models.ForeignKey(Share, on_delete=models.CASCADE)
    others = models.ManyToManyField(Share, related_name="others", through="Link")

class Link(models.Model):
    a = models.ForeignKey(Share, models.CASCADE)
    b = models.ForeignKey(Trade, models.CASCADE)
