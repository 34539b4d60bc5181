from django.db import models


class Owner(models.Model):
    code = models.CharField(max_length=5)

    class Meta:
        db_table = 'owner'


class Item(models.Model):
    once = models.IntegerField()
    more = models.IntegerField(help_text='more', unique=True)
    sign = models.IntegerField(default=0)
    plain = models.PositiveIntegerField(default=0)
    indexed = models.IntegerField()
    slug = models.SlugField(max_length=50, db_index=False, blank=True)
    owner = models.ForeignKey(Owner, models.CASCADE, db_index=False)
    single = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+')
    double = models.OneToOneField(Owner, on_delete=models.CASCADE, related_name='+')
    quiet = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+')
    loose = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+')

    class Meta:
        db_table = 'item'
