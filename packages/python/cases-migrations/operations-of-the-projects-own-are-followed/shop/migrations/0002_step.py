from django.db import migrations, models


class AddVolume(migrations.AddField):
    def __init__(self, model_name):
        super().__init__(model_name=model_name, name='volume', field=models.BigIntegerField(null=True))


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        AddVolume('stock'),
    ]
