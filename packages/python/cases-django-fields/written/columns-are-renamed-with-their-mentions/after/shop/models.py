from django.db import models
from django.db.models import F, Q


class Owner(models.Model):
    class_field = models.CharField(max_length=5, unique=True, db_column='class')

    class Meta:
        db_table = "owner"
        ordering = ['-class_field']


class Item(models.Model):
    amount = models.IntegerField()  # the price
    cost = models.IntegerField(default=0, db_column='real_cost')
    holder = models.ForeignKey(Owner, on_delete=models.CASCADE, to_field='class_field')

    class Meta:
        db_table = "item"
        ordering = ["-amount", 'holder__class_field', F('amount').asc()]
        unique_together = (('amount', 'holder'),)
        get_latest_by = 'amount'
        indexes = [
            models.Index(fields=['-amount'], name='price'),
            models.Index(F("amount"), name='price_too', condition=Q(amount__gt=1) & ~Q(amount=F('cost'))),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0) | Q(amount=-1), name='price_price'),
        ]

    def __str__(self):
        return f'{self.price}'
