from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RenameField(model_name='averylongmodelnamethatgoesonandonuntiltheend', old_name='a_very_long_field_name_that_goes_on_and_on', new_name='a_very_long_field_name_that_goes_on_and_on_renamed'),
        migrations.RenameField(model_name='averylongmodelnamethatgoesonandonuntiltheend', old_name='another_long_field_name_for_a_reference', new_name='another_long_field_name_for_a_reference_to_itself'),
        migrations.AlterField(model_name='averylongmodelnamethatgoesonandonuntiltheend', name='a_very_long_field_name_that_goes_on_and_on_renamed', field=models.CharField(max_length=10, unique=True)),
    ]
