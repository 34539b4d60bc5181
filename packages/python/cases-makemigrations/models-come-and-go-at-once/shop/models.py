from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)


class Order(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE)
    parent = models.ForeignKey("self", models.CASCADE, null=True)
    lines = models.ManyToManyField("Line")

class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    stock = models.ForeignKey(Stock, models.CASCADE)
    class Meta:
        order_with_respect_to = "order"
