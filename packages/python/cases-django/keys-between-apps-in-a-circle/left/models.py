from django.db import models


class Left(models.Model):
    right = models.ForeignKey('right.Right', on_delete=models.CASCADE, null=True)
