from django.db import models


class Exchange(models.Model):
    code = models.CharField(max_length=10, unique=True)


class Venue(models.Model):
    code = models.CharField(max_length=10, unique=True)


class Stock(models.Model):
    a = models.ForeignKey(Exchange, models.SET_NULL, null=True, related_name='a')
    b = models.ForeignKey(Venue, models.CASCADE, related_name='b')
    c = models.ForeignKey(Exchange, models.CASCADE, related_name='c', db_constraint=False)
    d = models.ForeignKey(Exchange, models.CASCADE, related_name='d')
    e = models.ForeignKey(Exchange, models.CASCADE, related_name='e', db_index=False)
    f = models.OneToOneField(Exchange, models.CASCADE, related_name='f')
    g = models.ForeignKey(Exchange, models.CASCADE, related_name='gg', help_text='only words')
    h = models.ForeignKey(Exchange, models.CASCADE, related_name='h')
    i = models.IntegerField()
    j = models.ForeignKey(Exchange, models.CASCADE, related_name='j', db_column='other')
    k = models.ForeignKey(Exchange, models.CASCADE, related_name='k', to_field='code')
