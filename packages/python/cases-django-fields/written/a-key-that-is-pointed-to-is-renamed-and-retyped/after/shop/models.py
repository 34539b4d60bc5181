from django.db import models


class Owner(models.Model):
    code = models.IntegerField(primary_key=True)
    tags = models.ManyToManyField('Tag', through='Tagged', through_fields=('holder', 'tag'))

    class Meta:
        db_table = 'owner'


class Tag(models.Model):
    word = models.CharField(max_length=5)

    class Meta:
        db_table = 'tag'


class Tagged(models.Model):
    holder = models.ForeignKey(Owner, models.CASCADE, to_field="code")
    by = models.ForeignKey(Owner, models.CASCADE, related_name='+')
    tag = models.ForeignKey(Tag, models.CASCADE)

    class Meta:
        db_table = 'tagged'
        unique_together = [('holder', 'tag')]
