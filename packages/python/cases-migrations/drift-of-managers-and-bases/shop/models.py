from django.db import models


class KeptManager(models.Manager):
    use_in_migrations = True


class OtherManager(models.Manager):
    pass


class Words:
    def words(self):
        return ''


class Stock(Words, models.Model):
    symbol = models.CharField(max_length=10)

    objects = KeptManager()


class Quote(models.Model):
    day = models.DateField()

    objects = KeptManager()
    others = OtherManager()


class Plain(models.Model):
    day = models.DateField()

    objects = OtherManager()
