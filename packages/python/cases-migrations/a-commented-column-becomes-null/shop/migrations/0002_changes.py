import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]
    operations = [
        migrations.AlterField('stock', 'symbol', models.CharField(max_length=10, null=True, db_comment='As traded')),
        migrations.AlterField('stock', 'name', models.CharField(max_length=50, db_comment='As people say')),
        migrations.AlterField('stock', 'rank', models.PositiveIntegerField(null=True, db_comment='The first is 1')),
        migrations.RenameField('stock', 'grade', 'level'),
        migrations.AlterField('exchange', 'code', models.CharField(max_length=4, db_default='XETR')),
        migrations.AlterUniqueTogether('stock', set()),
        migrations.AlterField(
            'stock',
            'exchange',
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to='shop.exchange'),
        ),
    ]
