from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("options", "0003_update_option_contracts"),
    ]

    operations = [
        migrations.RenameField(
            model_name="optioncontract",
            old_name="strike",
            new_name="strike_price",
        ),
    ]
