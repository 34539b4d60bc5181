from django.db import models


class AVeryLongModelNameThatGoesOnAndOnUntilTheEnd(models.Model):
    a_very_long_field_name_that_goes_on_and_on_renamed = models.CharField(max_length=10, unique=True)
    another_long_field_name_for_a_reference_to_itself = models.ForeignKey('self', models.CASCADE, null=True)
