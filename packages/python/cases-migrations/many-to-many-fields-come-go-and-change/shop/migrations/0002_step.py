from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AddField(model_name='stock', name='added', field=models.ManyToManyField(to='shop.tag')),
        migrations.RemoveField(model_name='stock', name='gone'),
        migrations.AlterField(model_name='stock', name='topics', field=models.ManyToManyField(related_name='topical', to='shop.label')),
        migrations.AlterField(model_name='stock', name='named', field=models.ManyToManyField(db_table='stock_names', related_name='named', to='shop.tag')),
        migrations.RenameField(model_name='stock', old_name='turn', new_name='turned'),
    ]
