from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AddField(model_name='stock', name='isin', field=models.CharField(max_length=12, null=True, unique=True)),
        migrations.AlterField(model_name='stock', name='symbol', field=models.CharField(max_length=10, unique=True)),
        migrations.AddField(model_name='stock', name='rank', field=models.PositiveIntegerField(default=1, unique=True)),
    ]
