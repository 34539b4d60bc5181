from django.db import migrations, models

fields = [
    ('id', models.AutoField(primary_key=True)),
    ('name', models.CharField(max_length=20, unique=True)),
]


class Migration(migrations.Migration):
    operations = [migrations.CreateModel(name='Admin', fields=fields, options={'managed': False})]
