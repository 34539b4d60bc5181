from django.db import models
from django.db.models import F, Q, UniqueConstraint
from django.db.models.functions import Lower


class Order(models.Model):
    code = models.CharField(max_length=20, db_index=True)
    note = models.TextField(blank=True, db_column='remark')
    email = models.EmailField(unique=True)
    slug = models.SlugField()
    total = models.DecimalField(max_digits=10, decimal_places=2)
    paid = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=0)
    data = models.JSONField(default=dict)
    placed = models.DateTimeField()
    ends = models.DateField(null=True)
    customer = models.ForeignKey('Customer', models.CASCADE)
    payer = models.ForeignKey('Customer', models.CASCADE, related_name='+', db_constraint=False)
    seller = models.OneToOneField('Customer', models.CASCADE, related_name='sale')
    watchers = models.ManyToManyField('Customer', related_name='watched')

    class Meta:
        unique_together = [('code', 'customer')]
        indexes = [
            models.Index(fields=['code'], name='open_orders', condition=Q(paid=False)),
            models.Index(fields=['-placed', 'code'], name='latest'),
            models.Index(fields=['slug'], include=['code'], name='covering'),
            models.Index(Lower('code'), F('total').desc(), name='lower_code'),
            models.Index(F('total') * 2, name='double_total'),
            models.Index(fields=['paid', 'total']),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(total__gte=0), name='total_not_negative'),
            models.CheckConstraint(condition=Q(code__startswith='A_') | Q(code__icontains="it's"), name='code_reads_well'),
            models.CheckConstraint(condition=~Q(ends__lt=F('placed__date')), name='ends_later'),
            models.CheckConstraint(condition=Q(paid=True, total__gt=1) | Q(paid=False), name='paid_is_worth_it'),
            models.CheckConstraint(condition=Q(code__in=['a', 'b']) & ~Q(slug=''), name='known_codes'),
            models.CheckConstraint(condition=Q(code__regex=r'^\w+$'), name='code_is_a_word'),
            UniqueConstraint(fields=['slug', 'code'], name='slug_of_code'),
            UniqueConstraint(fields=['code'], condition=Q(ends__isnull=True), name='live_code'),
            UniqueConstraint(fields=['slug'], include=['total'], name='slug_with_total'),
            UniqueConstraint(fields=['count'], deferrable=models.Deferrable.DEFERRED, name='count_at_last'),
            UniqueConstraint(fields=['ends'], nulls_distinct=False, name='one_null'),
            UniqueConstraint(Lower('slug'), name='slug_any_case'),
        ]


class Customer(models.Model):
    key = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=100, unique=True)
    rank = models.PositiveSmallIntegerField(unique=True)
    best = models.ForeignKey('self', models.SET_NULL, null=True, to_field='name')


class Numbered(models.Model):
    number = models.IntegerField(primary_key=True)


class Child(Numbered):
    worth = models.FloatField()
