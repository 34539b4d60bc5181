from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterField(model_name='stock', name='a', field=models.PositiveIntegerField()),
        migrations.AlterField(model_name='stock', name='b', field=models.IntegerField()),
        migrations.AlterField(model_name='stock', name='c', field=models.PositiveBigIntegerField()),
        migrations.AddField(model_name='stock', name='d', field=models.PositiveSmallIntegerField(default=0)),
        migrations.RenameField(model_name='stock', old_name='e', new_name='renamed'),
    ]
