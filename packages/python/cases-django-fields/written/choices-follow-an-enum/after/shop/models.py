from django.db import models


class Item(models.Model):
    mood = models.CharField(
        max_length=5,
        choices=[
            ('sad', 'Very sad'),
            ('ok', 'Fine'),
            ('happy', 'Happy'),
        ],
        default='ok',
    )
    kind = models.CharField(max_length=5, choices=(('b', 'B'), ('c', 'C')))

    class Meta:
        db_table = 'item'
