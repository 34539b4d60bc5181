import functools, datetime
from django.contrib.postgres.fields import ArrayField, HStoreField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Now, Coalesce, Lower, Length

class Options:
    class Meta:
        db_table_comment = 'from a mixin'

class Place(models.Model):
    name = models.CharField(max_length=10, unique=True)

class Cafe(Options, Place):
    tables = models.IntegerField()
    class Meta:
        indexes = [models.Index(fields=['tables', '-place_ptr'])]

class Espresso(Cafe):
    class Meta:
        proxy = True

class Ristretto(Espresso):
    class Meta:
        proxy = True

class Linked(models.Model):
    cafe = models.OneToOneField(Cafe, on_delete=models.CASCADE, parent_link=True, primary_key=True)
    class Meta:
        abstract = True

class Terrace(Linked, Cafe):
    seats = models.IntegerField()

class TextKey(models.Model):
    code = models.CharField('Code', max_length=7, primary_key=True, db_column='Code Of')
    friends = models.ManyToManyField('self', blank=True)

class Tagged(models.Model):
    tags = models.ManyToManyField('Tag', related_name='%(app_label)s_%(class)s_set')
    peers = models.ManyToManyField('self')
    owner = models.ForeignKey('Tag', on_delete=models.CASCADE, related_name='%(class)s_owned', null=True)
    class Meta:
        abstract = True
        app_label = 'corner'

class Tag(models.Model):
    slug = models.SlugField(unique=True, null=True)

class One(Tagged):
    class Meta(Tagged.Meta):
        db_table = 'OneTable'

class Two(Tagged):
    proxy_ref = models.ForeignKey(Ristretto, on_delete=models.CASCADE)
    key = models.ForeignKey(TextKey, on_delete=models.CASCADE, unique=True)
    first = models.OneToOneField(TextKey, on_delete=models.CASCADE, primary_key=True, related_name='+')
    other = models.ForeignKey(Terrace, on_delete=models.CASCADE, related_name='+')
    class Meta:
        constraints = [models.UniqueConstraint(fields=['proxy_ref', 'key'], name='uq_two_%(class)s'),
            models.CheckConstraint(condition=Q(proxy_ref__isnull=False) | Q(key='x'), name='ck_two'),
            models.CheckConstraint(condition=Q(other__gt=3), name='ck_other')]
        indexes = [models.Index(fields=['key', 'other'])]

class Answer(Cafe):
    q = models.ForeignKey(Tag, on_delete=models.CASCADE)
    class Meta:
        order_with_respect_to = 'q'
        indexes = [models.Index(fields=['_order'], name='by_order')]

class Misc(models.Model):
    renamed = models.CharField(name='actual', max_length=3)
    quoted = models.IntegerField(db_column='Mixed Case', db_index=True)
    quoted_positive = models.PositiveIntegerField(db_column='order')
    data = models.JSONField(db_default={'a': 1})
    datalist = models.JSONField(default=[1, 2])
    names = ArrayField(models.CharField(max_length=4), db_default=['a', 'b c'])
    numbers = ArrayField(models.IntegerField(), default=list, db_index=True)
    at = models.DateTimeField(db_default=Now())
    day = models.DateField(db_default=datetime.date(2020, 1, 2), null=True)
    dur = models.DurationField(default=datetime.timedelta(days=1, hours=2))
    low = models.CharField(max_length=5, db_default=Lower(Value('X')))
    bin = models.BinaryField(default=b'')
    flt = models.FloatField(db_default=1.5)
    fn = models.CharField(max_length=4, default=functools.partial(str, 'x'))
    store = HStoreField(default=dict, db_index=False)
    bool = models.BooleanField(null=True, db_default=None)
    class Meta:
        indexes = [
            models.Index(OpClass(Lower('actual'), name='text_pattern_ops'), name='pattern'),
            GinIndex(fields=['numbers']),
            models.Index(F('quoted').asc(nulls_first=True), Length('actual'), name='exprs'),
            models.Index(Coalesce('low', Value('y')), name='coal', condition=Q(bool=True) & ~Q(low='z')),
        ]
        unique_together = [['actual', 'low'], ('quoted', 'quoted_positive')]
