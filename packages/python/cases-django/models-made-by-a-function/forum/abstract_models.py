from django.db import models


class AbstractTopic(models.Model):
    subject = models.CharField(max_length=255)
    poster = models.ForeignKey('forum.Poster', null=True, on_delete=models.SET_NULL)

    class Meta:
        abstract = True
        app_label = 'forum'


class AbstractPoster(models.Model):
    name = models.CharField(max_length=30)

    class Meta:
        abstract = True
        app_label = 'forum'
        db_table = 'posters'
