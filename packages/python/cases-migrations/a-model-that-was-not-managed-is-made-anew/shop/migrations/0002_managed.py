from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.DeleteModel(name='Admin'),
        migrations.CreateModel(
            name='Admin',
            fields=[
                ('id', models.AutoField(primary_key=True)),
                ('name', models.CharField(max_length=20, unique=True)),
            ],
        ),
    ]
