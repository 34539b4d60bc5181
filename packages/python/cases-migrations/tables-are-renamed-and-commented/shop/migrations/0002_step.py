from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterModelTable(name='stock', table='market_stocks'),
        migrations.AlterModelTableComment(name='stock', table_comment='What is traded'),
        migrations.AlterField(model_name='stock', name='symbol', field=models.CharField(db_comment='of the exchange', db_index=True, max_length=10)),
        migrations.AlterField(model_name='stock', name='quiet', field=models.IntegerField()),
    ]
