from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0003_price')]

    operations = [
        migrations.AddField(model_name='stock', name='last', field=models.IntegerField(null=True)),
    ]
