from django.db import models


class Shelf(models.Model):
    post = models.ForeignKey('blog.Post', on_delete=models.CASCADE)
    neighbours = models.ManyToManyField('self')
