from django.db import models


class Worker(models.Model):
    name = models.CharField(max_length=20)


class Manager(Worker):
    class Meta:
        proxy = True


class Legacy(models.Model):
    code = models.CharField(max_length=4, primary_key=True)

    class Meta:
        managed = False
        db_table = 'legacy_things'


class Report(models.Model):
    about = models.ForeignKey(Manager, on_delete=models.CASCADE)
