from django.db import models


class Person(models.Model):
    code = models.CharField(max_length=12, unique=True)
    boss = models.ForeignKey('self', null=True, blank=True, on_delete=models.SET_NULL)


class Task(models.Model):
    owner = models.ForeignKey('Person', on_delete=models.CASCADE, related_name='tasks')
    reviewer = models.ForeignKey(Person, models.DO_NOTHING, 'reviews', to_field='code', db_column='reviewer_code')
    loose = models.ForeignKey('work.Person', on_delete=models.PROTECT, db_constraint=False, related_name='+')
    bare = models.ForeignKey(Person, on_delete=models.SET_DEFAULT, default=1, db_index=False, related_name='+')
    later = models.ForeignKey('Sprint', on_delete=models.SET(None), null=True)
    only = models.OneToOneField(Person, on_delete=models.CASCADE, to_field='code', related_name='only')


class Sprint(models.Model):
    number = models.IntegerField(unique=True)
