from django.db import models


class Owner(models.Model):
    code = models.CharField(max_length=5)

    class Meta:
        db_table = 'owner'


class Item(models.Model):
    once = models.IntegerField(unique=True)
    more = models.IntegerField(help_text='more')
    sign = models.PositiveIntegerField(default=0)
    plain = models.IntegerField(default=0)
    indexed = models.IntegerField(db_index=True)
    slug = models.SlugField(max_length=50, blank=True)
    owner = models.ForeignKey(Owner, models.CASCADE)
    single = models.OneToOneField(Owner, on_delete=models.CASCADE, related_name='+')
    double = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+')
    quiet = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+', db_index=False)
    loose = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='+', db_constraint=False)

    class Meta:
        db_table = 'item'
