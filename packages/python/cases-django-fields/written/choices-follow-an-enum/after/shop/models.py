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


LEVELS = (
    ('low', 'Low'),
    ('high', 'High'),
)


class Task(models.Model):
    class State(models.TextChoices):
        NEW = 'new', 'Brand new'
        IN_PROGRESS = 'in-progress', 'In progress'

    class Short(models.TextChoices):
        A = 'a'
        VALUE_2B = '2b'

        @property
        def loud(self):
            return self.value.upper()

    state = models.CharField(max_length=11, choices=State.choices, default=State.NEW)
    short = models.CharField(max_length=11, choices=Short)
    level = models.CharField(max_length=11, choices=LEVELS)

    class Meta:
        db_table = 'task'
