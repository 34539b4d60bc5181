from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial'), ('desk', '__latest__')]

    operations = [
        migrations.AddField(model_name='stock', name='report', field=models.ForeignKey(null=True, on_delete=models.CASCADE, to='desk.report')),
    ]
