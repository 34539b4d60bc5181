from django.db import models


class Item(models.Model):
    mood = models.CharField(
        max_length=4,
        choices=[
            ('sad', 'Very sad'),
            ('ok', 'Fine'),
        ],
        default='ok',
    )
    kind = models.CharField(max_length=5, choices=(('a', 'A'), ('b', 'B')))

    class Meta:
        db_table = 'item'
