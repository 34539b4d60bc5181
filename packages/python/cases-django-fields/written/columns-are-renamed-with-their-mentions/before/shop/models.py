from django.db import models
from django.db.models import F, Q


class Owner(models.Model):
    code = models.CharField(max_length=5, unique=True)

    class Meta:
        db_table = "owner"
        ordering = ['-code']


class Item(models.Model):
    price = models.IntegerField()  # the price
    cost = models.IntegerField(default=0, db_column='own_cost')
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, to_field='code')

    class Meta:
        db_table = "item"
        ordering = ["-price", 'owner__code', F('price').asc()]
        unique_together = (('price', 'owner'),)
        get_latest_by = 'price'
        indexes = [
            models.Index(fields=['-price'], name='price'),
            models.Index(F("price"), name='price_too', condition=Q(price__gt=1) & ~Q(price=F('cost'))),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0) | Q(price=-1), name='price_price'),
        ]

    def __str__(self):
        return f'{self.price}'
