from django.db import models


class Item(models.Model):
    shop = models.ForeignKey('core.Item', on_delete=models.CASCADE)
