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


LEVELS = (
    ('low', 'Low'),
)


class Task(models.Model):
    class State(models.TextChoices):
        NEW = 'new', 'Brand new'
        OLD = 'old', 'Old'

    class Short(models.TextChoices):
        A = 'a'

        @property
        def loud(self):
            return self.value.upper()

    state = models.CharField(max_length=11, choices=State.choices, default=State.NEW)
    short = models.CharField(max_length=11, choices=Short)
    level = models.CharField(max_length=11, choices=LEVELS)

    class Meta:
        db_table = 'task'
