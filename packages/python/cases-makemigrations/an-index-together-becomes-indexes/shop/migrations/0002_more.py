from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0001_initial'),
    ]

    operations = [
        migrations.AddField(model_name='stock', name='day', field=models.DateField(null=True)),
        migrations.AddField(model_name='stock', name='hour', field=models.IntegerField(null=True)),
        migrations.AlterIndexTogether(name='stock', index_together={('symbol', 'day'), ('day', 'hour')}),
    ]
