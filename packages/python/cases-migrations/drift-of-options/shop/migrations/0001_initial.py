from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
                ('price', models.IntegerField()),
            ],
            options={'ordering': ['price'], 'permissions': [('see', 'May see')]},
        ),
        migrations.CreateModel(
            name='Same',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
            ],
            options={'ordering': ['symbol'], 'verbose_name': 'same', 'verbose_name_plural': 'sames', 'permissions': [('see', 'May see')], 'get_latest_by': 'symbol'},
        ),
    ]
