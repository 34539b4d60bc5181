from django.db import models

from left.models import Left


class Right(models.Model):
    left = models.ForeignKey(Left, on_delete=models.CASCADE)


class Extra(Left):
    class Meta:
        app_label = 'right'
        db_table = 'extras'
