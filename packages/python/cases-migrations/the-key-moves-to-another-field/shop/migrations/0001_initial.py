from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('symbol', models.CharField(max_length=10, unique=True)),
                ('number', models.IntegerField(primary_key=True, serialize=False)),
            ],
        ),
    ]
