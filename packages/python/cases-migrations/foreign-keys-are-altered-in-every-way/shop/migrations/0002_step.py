from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='a', field=models.ForeignKey(null=True, on_delete=models.SET_NULL, related_name='a', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='b', field=models.ForeignKey(on_delete=models.CASCADE, related_name='b', to='shop.venue')),
        migrations.AlterField(model_name='stock', name='c', field=models.ForeignKey(db_constraint=False, on_delete=models.CASCADE, related_name='c', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='d', field=models.ForeignKey(on_delete=models.CASCADE, related_name='d', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='e', field=models.ForeignKey(db_index=False, on_delete=models.CASCADE, related_name='e', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='f', field=models.OneToOneField(on_delete=models.CASCADE, related_name='f', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='g', field=models.ForeignKey(help_text='only words', on_delete=models.CASCADE, related_name='gg', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='h', field=models.ForeignKey(on_delete=models.CASCADE, related_name='h', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='i', field=models.IntegerField()),
        migrations.AlterField(model_name='stock', name='j', field=models.ForeignKey(db_column='other', on_delete=models.CASCADE, related_name='j', to='shop.exchange')),
        migrations.AlterField(model_name='stock', name='k', field=models.ForeignKey(on_delete=models.CASCADE, related_name='k', to='shop.exchange', to_field='code')),
    ]
