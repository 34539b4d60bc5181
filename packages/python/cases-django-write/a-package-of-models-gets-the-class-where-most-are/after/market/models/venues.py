from django.db.models import CharField, Model


class Venue(Model):
    name = CharField(max_length=10)
