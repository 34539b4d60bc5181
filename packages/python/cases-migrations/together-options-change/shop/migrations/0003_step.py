from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0002_step')]

    operations = [
        migrations.RenameIndex(model_name='stock', new_name='by_exchange', old_fields=('exchange', 'sector')),
        migrations.AlterIndexTogether(name='stock', index_together=set()),
    ]
