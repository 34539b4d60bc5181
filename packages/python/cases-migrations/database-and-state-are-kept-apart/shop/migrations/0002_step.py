from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='StockTag',
                    fields=[
                        ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stock', models.ForeignKey(on_delete=models.CASCADE, to='shop.stock')),
                        ('tag', models.ForeignKey(on_delete=models.CASCADE, to='shop.tag')),
                    ],
                    options={'db_table': 'shop_stock_tags'},
                ),
                migrations.AlterField(model_name='stock', name='tags', field=models.ManyToManyField(through='shop.StockTag', to='shop.tag')),
                migrations.AddField(model_name='stock', name='only_state', field=models.IntegerField()),
            ],
            database_operations=[
                migrations.AddField(model_name='stock', name='only_database', field=models.IntegerField(db_index=True, default=3)),
                migrations.AlterField(model_name='stock', name='only_database', field=models.BigIntegerField(db_index=True, default=3)),
                migrations.RenameField(model_name='stock', old_name='only_database', new_name='base_only'),
            ],
        ),
    ]
