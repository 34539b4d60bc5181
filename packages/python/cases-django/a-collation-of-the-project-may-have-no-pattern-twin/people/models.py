from django.db import models
from django.db.backends.signals import connection_created


def create_collation(connection, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE COLLATION IF NOT EXISTS caseless"
            " (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
        )


connection_created.connect(create_collation)


class Person(models.Model):
    email = models.CharField(max_length=100, unique=True, db_collation='caseless')
    note = models.TextField(db_collation='caseless')
    city = models.CharField(max_length=100, db_index=True)
