from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='a', field=models.CharField(max_length=10)),
        migrations.AlterField(model_name='stock', name='b', field=models.CharField(db_index=True, max_length=10)),
        migrations.AlterField(model_name='stock', name='c', field=models.CharField(max_length=10, unique=True)),
        migrations.AlterField(model_name='stock', name='d', field=models.CharField(db_index=True, max_length=10)),
        migrations.AlterField(model_name='stock', name='e', field=models.CharField(max_length=10)),
        migrations.AlterField(model_name='stock', name='f', field=models.IntegerField(unique=True)),
        migrations.AlterField(model_name='stock', name='g', field=models.IntegerField(db_index=True)),
        migrations.AlterField(model_name='stock', name='h', field=models.CharField(max_length=10)),
        migrations.AlterField(model_name='stock', name='i', field=models.IntegerField()),
        migrations.AlterField(model_name='stock', name='j', field=models.SlugField(db_index=False)),
    ]
