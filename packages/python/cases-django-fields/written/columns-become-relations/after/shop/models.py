from django.db import models


class Owner(models.Model):
    code = models.CharField(max_length=5, unique=True)

    class Meta:
        db_table = 'owner'
        verbose_name = "owner"


class Item(models.Model):
    owner = models.ForeignKey(
        Owner, on_delete=models.SET_NULL, null=True, blank=True, help_text='who has it'
    )
    second = models.ForeignKey(
        Owner,
        verbose_name='Second',
        on_delete=models.CASCADE,
        related_name='item_second_set',
        db_index=False,
        db_column='second_owner',
    )
    by_code = models.ForeignKey(
        Owner, models.PROTECT, to_field='code', related_name='+', db_column='by_code'
    )
    kept = models.ForeignKey(to='self', on_delete=models.CASCADE, related_name="keeps")
    gone = models.ForeignKey(
        Owner, on_delete=models.CASCADE, related_name='gone', db_constraint=False
    )

    class Meta:
        db_table = 'item'
        indexes = [
            models.Index(fields=['owner', '-second'], name='both_idx'),
        ]
        ordering = ['owner']
