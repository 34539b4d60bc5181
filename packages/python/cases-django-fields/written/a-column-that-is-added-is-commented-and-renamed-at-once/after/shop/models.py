from django.db.models import CharField, Model, PositiveIntegerField


class Item(Model):
    name = CharField(max_length=9, null=True, blank=True)
    length = PositiveIntegerField(db_comment='in inches')

    class Meta:
        db_table = 'item'
