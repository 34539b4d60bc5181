from django.db import models


SIZES = [('S', 'Small'), ('L', 'Large')]


class Suit(models.TextChoices):
    HEARTS = 'H', 'Hearts'
    SPADES = 'S'


class Level(models.IntegerChoices):
    LOW = 1
    HIGH = 10


class Card(models.Model):
    class Colour(models.TextChoices):
        RED = 'red'
        BLACK = 'black'

    suit = models.CharField(max_length=1, choices=Suit.choices, default=Suit.HEARTS)
    level = models.IntegerField(choices=Level, default=Level.HIGH)
    colour = models.CharField(max_length=5, choices=Colour.choices, default=Colour.RED.value)
    size = models.CharField(max_length=1, choices=SIZES, default='S')
    grouped = models.CharField(max_length=5, choices=[('Near', [('a', 'A'), ('b', 'B')]), ('c', 'C')])
    mapping = models.CharField(max_length=5, choices={'x': 'X', 'y': 'Y'})
    computed = models.CharField(max_length=2, choices=[(code, code.title()) for code in ('de', 'en')])
