from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RenameField(model_name='stock', old_name='symbol', new_name='ticker'),
        migrations.RenameField(model_name='stock', old_name='isin', new_name='code'),
        migrations.RenameField(model_name='stock', old_name='exchange', new_name='exchange_new'),
    ]
