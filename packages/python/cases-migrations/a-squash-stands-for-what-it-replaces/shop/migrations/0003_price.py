from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0002_step')]

    operations = [
        migrations.AddField(model_name='stock', name='price', field=models.IntegerField(default=0)),
    ]
