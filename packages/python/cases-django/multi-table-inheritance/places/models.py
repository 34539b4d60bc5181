from django.db import models


class Place(models.Model):
    name = models.CharField(max_length=20)


class Restaurant(Place):
    stars = models.IntegerField()


class Pizzeria(Restaurant):
    oven = models.ForeignKey('Oven', null=True, on_delete=models.CASCADE)


class Bar(Place):
    link = models.OneToOneField(Place, on_delete=models.CASCADE, parent_link=True, db_column='place')
    beers = models.ManyToManyField('Oven')


class Kiosk(Place):
    number = models.AutoField(primary_key=True)
    place = models.OneToOneField(Place, on_delete=models.CASCADE, parent_link=True)


class Named(models.Model):
    title = models.CharField(max_length=10, primary_key=True)


class Special(Named):
    pass


class Oven(models.Model):
    place = models.ForeignKey(Pizzeria, on_delete=models.CASCADE, related_name='ovens')
