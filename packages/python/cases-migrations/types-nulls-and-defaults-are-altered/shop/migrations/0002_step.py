from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='symbol', field=models.TextField(default='x')),
        migrations.AlterField(model_name='stock', name='price', field=models.FloatField(null=True)),
        migrations.AlterField(model_name='stock', name='volume', field=models.BigIntegerField(default=0)),
        migrations.AlterField(model_name='stock', name='name', field=models.CharField(default='none', max_length=30)),
        migrations.AlterField(model_name='stock', name='listed', field=models.DateField(db_default='2020-01-01')),
        migrations.AlterField(model_name='stock', name='note', field=models.CharField(max_length=5)),
    ]
