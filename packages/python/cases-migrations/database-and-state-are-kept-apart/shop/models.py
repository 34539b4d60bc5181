from django.db import models


class Tag(models.Model):
    word = models.CharField(max_length=10)


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    tags = models.ManyToManyField(Tag, through='StockTag')
    only_state = models.IntegerField()


class StockTag(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE)
    tag = models.ForeignKey(Tag, models.CASCADE)

    class Meta:
        db_table = 'shop_stock_tags'
