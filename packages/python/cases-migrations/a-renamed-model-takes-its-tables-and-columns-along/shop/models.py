from django.db import models


class Share(models.Model):
    tags = models.ManyToManyField('Tag')
    peers = models.ManyToManyField('self')
    symbol = models.CharField(max_length=10, unique=True)


class Tag(models.Model):
    word = models.CharField(max_length=10)
    favourites = models.ManyToManyField(Share, related_name='fans')


class Quote(models.Model):
    share = models.ForeignKey(Share, models.CASCADE)
    hidden = models.ForeignKey(Share, models.CASCADE, related_name='+')


class Stock(models.Model):
    symbol = models.IntegerField(unique=True)
