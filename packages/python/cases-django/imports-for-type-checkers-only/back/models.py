from django.db import models

from front.models import Front


class Back(models.Model):
    front = models.ForeignKey(Front, on_delete=models.CASCADE)
