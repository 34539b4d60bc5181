from django.db import models


class Report(models.Model):
    stock = models.ForeignKey('shop.Stock', models.CASCADE)
    title = models.CharField(max_length=20)
