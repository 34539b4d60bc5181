from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='symbol', field=models.CharField(max_length=10, unique=True)),
    ]
