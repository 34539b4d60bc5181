from django.db import models
from django.utils import timezone


class Item(models.Model):
    short = models.CharField('Short name', max_length=10, help_text="the name", validators=[])
    tight = models.CharField(max_length=20,null=True,blank=True)
    long = models.TextField()
    mail = models.EmailField(verbose_name="mail")
    price = models.DecimalField(
        max_digits=8,
        decimal_places=2,  # cents
        help_text="in dollars",
    )
    count = models.IntegerField(
        null=True,
        blank=True,
        help_text="how many",
    )
    rank = models.IntegerField(default=1, db_index=True)
    state = models.CharField(max_length=5, default='new', db_default='new')
    made = models.DateTimeField(default=timezone.now)
    day = models.DateField(auto_now=True)
    note = models.TextField(null=True, blank=True, db_comment='old')
    free = models.IntegerField(db_default=3)
    yes = models.BooleanField()
    tags = models.JSONField()

    class Meta:
        db_table = "item"
