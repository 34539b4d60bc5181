from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='AVeryLongModelNameThatGoesOnAndOnUntilTheEnd',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('a_very_long_field_name_that_goes_on_and_on', models.CharField(max_length=10)),
                ('another_long_field_name_for_a_reference', models.ForeignKey(null=True, on_delete=models.CASCADE, to='shop.averylongmodelnamethatgoesonandonuntiltheend')),
            ],
        ),
    ]
