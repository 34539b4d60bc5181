from django.db.models import CharField, Model


class Item(Model):
    name = CharField(max_length=5)

    class Meta:
        db_table = 'item'
