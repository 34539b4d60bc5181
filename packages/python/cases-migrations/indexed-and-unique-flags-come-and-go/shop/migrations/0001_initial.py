from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('a', models.CharField(db_index=True, max_length=10)),
                ('b', models.CharField(max_length=10)),
                ('c', models.CharField(db_index=True, max_length=10)),
                ('d', models.CharField(max_length=10, unique=True)),
                ('e', models.CharField(max_length=10, unique=True)),
                ('f', models.IntegerField(db_index=True)),
                ('g', models.IntegerField(unique=True)),
                ('h', models.CharField(max_length=10, unique=True)),
                ('i', models.IntegerField(db_index=True, unique=True)),
                ('j', models.SlugField()),
            ],
        ),
    ]
