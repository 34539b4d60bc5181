from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='id', field=models.IntegerField(primary_key=True, serialize=False)),
        migrations.AlterField(model_name='quote', name='id', field=models.BigAutoField(primary_key=True, serialize=False)),
    ]
