from django.db import models


class AModelWhoseNameIsSoLongThatDjangoHasToCutItForEveryServerButOneOfThem(models.Model):
    a_column_with_a_name_that_is_quite_long_as_well = models.CharField(max_length=5, db_index=True)
    another_column_with_a_name_that_is_long = models.ForeignKey('self', models.CASCADE, db_constraint=True)

    class Meta:
        unique_together = [('a_column_with_a_name_that_is_quite_long_as_well', 'another_column_with_a_name_that_is_long')]


class Joined(models.Model):
    a_relation_to_many_with_a_name_that_makes_the_name_of_its_table_too_long = models.ManyToManyField('Commented')


class Commented(models.Model):
    name = models.CharField(max_length=20, db_comment="What it's called")
    kind = models.IntegerField(db_comment='', db_column='Kind')

    class Meta:
        db_table = 'Mixed Case'
        db_table_comment = 'Rows of it'
