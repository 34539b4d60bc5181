from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial'), ('shop', '0099_gone')]

    operations = [
        migrations.AlterModelOptions(name='stock', options={}),
    ]
