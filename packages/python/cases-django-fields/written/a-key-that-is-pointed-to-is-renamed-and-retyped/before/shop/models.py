from django.db import models


class Owner(models.Model):
    number = models.IntegerField(primary_key=True)
    tags = models.ManyToManyField('Tag', through='Tagged', through_fields=('owner', 'tag'))

    class Meta:
        db_table = 'owner'


class Tag(models.Model):
    word = models.CharField(max_length=5)

    class Meta:
        db_table = 'tag'


class Tagged(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE, to_field="number")
    by = models.ForeignKey(Owner, models.CASCADE, related_name='+')
    tag = models.ForeignKey(Tag, models.CASCADE)

    class Meta:
        db_table = 'tagged'
        unique_together = [('owner', 'tag')]
