import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            'Exchange',
            [
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=4, null=True, db_default='XLON')),
            ],
        ),
        migrations.CreateModel(
            'Stock',
            [
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10, db_comment='As traded')),
                ('name', models.CharField(max_length=20, db_comment='As people say')),
                ('rank', models.PositiveIntegerField(db_comment='The first is 1')),
                ('grade', models.PositiveSmallIntegerField()),
                ('exchange', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='shop.exchange')),
            ],
            options={'unique_together': {('exchange', 'symbol')}},
        ),
    ]
