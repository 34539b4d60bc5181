from django.db import models


class Seat(models.Model):
    row = models.IntegerField()
    number = models.IntegerField(unique=True)
    label = models.CharField(max_length=10)

    class Meta:
        unique_together = ('row', 'number')
        constraints = [
            models.UniqueConstraint(fields=['row', 'label'], name='plain_rule'),
            models.UniqueConstraint(fields=['label'], name='deferred_rule', deferrable=models.Deferrable.DEFERRED),
            models.UniqueConstraint(fields=['row'], name='immediate_rule', deferrable=models.Deferrable.IMMEDIATE),
            models.UniqueConstraint(fields=['label', 'row'], name='no_null_rule', nulls_distinct=False),
            models.UniqueConstraint(fields=['row', 'number'], include=['label'], name='covering_rule'),
            models.UniqueConstraint(fields=['label', 'number'], name='class_rule', opclasses=['text_ops', 'int4_ops']),
        ]
