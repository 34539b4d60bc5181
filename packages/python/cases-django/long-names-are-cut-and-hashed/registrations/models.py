from django.db import models


class ExtraordinarilyLongNameOfAModelThatNobodyWouldEverTypeTwiceInARow(models.Model):
    a_field_whose_name_is_long_enough_to_be_cut_by_postgresql_itself = models.CharField(max_length=5, unique=True)
    counter_that_is_also_given_a_rather_long_name = models.PositiveIntegerField(db_index=True)

    class Meta:
        unique_together = [
            ('counter_that_is_also_given_a_rather_long_name', 'a_field_whose_name_is_long_enough_to_be_cut_by_postgresql_itself'),
        ]
        indexes = [models.Index(fields=['counter_that_is_also_given_a_rather_long_name'])]


class Follower(models.Model):
    companions_of_this_follower_with_a_name_that_is_much_too_long = models.ManyToManyField('self')
    extraordinarily_long_reference = models.ForeignKey(
        ExtraordinarilyLongNameOfAModelThatNobodyWouldEverTypeTwiceInARow, on_delete=models.CASCADE
    )
