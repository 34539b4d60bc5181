from django.db import models

class Kept(models.Manager):
    use_in_migrations = True
    def __init__(self, a=1, *args, **kwargs):
        super().__init__()

class Plain(models.Manager):
    pass

class Rows(models.QuerySet):
    pass

class KeptRows(models.Manager.from_queryset(Rows)):
    use_in_migrations = True

class Stock(models.Model):
    symbol = models.CharField(max_length=10)
    objects = Kept(2)
    others = Plain()

class First(models.Model):
    published = Plain()
    objects = models.Manager()

class Second(models.Model):
    objects = Rows.as_manager()

class Third(models.Model):
    rows = KeptRows()
    objects = Plain()

class Fourth(models.Model):
    a = Plain()
    b = Plain()
    class Meta:
        default_manager_name = "b"
        base_manager_name = "a"
