from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RenameField(model_name='stock', old_name='ticker', new_name='symbol'),
        migrations.AlterUniqueTogether(name='stock', unique_together={('symbol', 'exchange'), ('sector', 'symbol')}),
        migrations.AlterIndexTogether(name='stock', index_together={('exchange', 'sector'), ('symbol', 'sector')}),
    ]
