from django.db import models


class Stock(models.Model):
    id = models.BigAutoField(primary_key=True)
    symbol = models.CharField(max_length=10)

class A(models.Model):
    x = models.OneToOneField(Stock, models.CASCADE, related_name='a')
