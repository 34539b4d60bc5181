from django.db import models
from django.conf import settings


def owner():
    return 1


class Tag(models.Model):
    word = models.CharField(max_length=10)


class Stock(models.Model):
    a = models.ForeignKey(Tag, models.PROTECT, related_name='a')
    b = models.ForeignKey('shop.Tag', models.CASCADE, related_name='b')
    c = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    d = models.ManyToManyField(Tag, related_name='dd')
    e = models.ForeignKey('self', models.CASCADE, null=True, default=owner)
    f = models.OneToOneField(Tag, models.CASCADE)
    g = models.ManyToManyField('self')
