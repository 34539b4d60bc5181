from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import models

class Tag(models.Model):
    kind = models.ForeignKey(ContentType, models.CASCADE)
    number = models.PositiveIntegerField()
    of = GenericForeignKey('kind', 'number')
    site = models.ForeignKey(Site, models.CASCADE)
    user = models.ForeignKey(User, models.CASCADE)
    groups = models.ManyToManyField(Group)
    tags = GenericRelation('self', content_type_field='kind', object_id_field='number')

class Member(User):
    class Meta:
        proxy = True

class Elsewhere(models.Model):
    class Meta:
        app_label = 'store'
        swappable = 'STORE_ELSEWHERE'

class Uses(models.Model):
    elsewhere = models.ForeignKey(Elsewhere, models.CASCADE)
