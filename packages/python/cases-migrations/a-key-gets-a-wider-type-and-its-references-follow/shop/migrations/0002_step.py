from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='exchange', name='id', field=models.BigAutoField(primary_key=True, serialize=False)),
        migrations.AlterField(model_name='exchange', name='code', field=models.CharField(max_length=20, unique=True)),
    ]
