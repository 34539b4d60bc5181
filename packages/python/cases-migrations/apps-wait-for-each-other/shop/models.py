from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    owner = models.ForeignKey('auth.User', models.CASCADE)
    report = models.ForeignKey('desk.Report', models.CASCADE, null=True)
