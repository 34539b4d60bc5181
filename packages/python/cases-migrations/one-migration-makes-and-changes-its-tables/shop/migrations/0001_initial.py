from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(db_index=True, max_length=10)),
                ('venue', models.ForeignKey(on_delete=models.CASCADE, to='shop.venue')),
                ('kind', models.CharField(max_length=5)),
                ('gone', models.CharField(db_index=True, max_length=5)),
            ],
            options={'unique_together': {('symbol', 'kind')}},
        ),

        migrations.RenameField(model_name='stock', old_name='symbol', new_name='ticker'),
        migrations.RenameField(model_name='stock', old_name='venue', new_name='home'),
        migrations.RenameModel(old_name='Venue', new_name='Exchange'),
        migrations.AlterModelTable(name='exchange', table='exchanges'),
        migrations.RemoveField(model_name='stock', name='gone'),
    ]
