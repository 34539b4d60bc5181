from django.db import models


class Owner(models.Model):
    code = models.CharField(max_length=5, unique=True)

    class Meta:
        db_table = 'owner'
        verbose_name = "owner"


class Item(models.Model):
    owner_id = models.IntegerField(null=True, blank=True, help_text='who has it', db_index=True)
    second = models.IntegerField('Second', db_column='second_owner')
    by_code = models.ForeignKey("Owner", models.CASCADE, related_name='+', db_column='by_code')
    kept = models.ForeignKey(to=Owner, on_delete=models.CASCADE, related_name="keeps")
    gone = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name='gone')

    class Meta:
        db_table = 'item'
        indexes = [
            models.Index(fields=['owner_id', '-second'], name='both_idx'),
        ]
        ordering = ['owner_id']
