from django.db import models


class Exchange(models.Model):
    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=20, unique=True)


class Stock(models.Model):
    exchange = models.ForeignKey(Exchange, models.CASCADE)
    listed_on = models.ManyToManyField(Exchange, related_name='listings')
    main = models.ForeignKey(Exchange, models.CASCADE, to_field='code', related_name='mains')
    loose = models.ForeignKey(Exchange, models.CASCADE, db_constraint=False, related_name='loose')


class Market(Exchange):
    hours = models.CharField(max_length=5)


class Desk(models.Model):
    market = models.ForeignKey(Market, models.CASCADE)
