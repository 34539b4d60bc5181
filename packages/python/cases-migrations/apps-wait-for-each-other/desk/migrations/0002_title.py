from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('desk', '0001_initial')]
    run_before = [('shop', '0002_step')]

    operations = [
        migrations.AddField(
            model_name='report', name='title', field=models.CharField(default='', max_length=20), preserve_default=False
        ),
    ]
