from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AlterOrderWithRespectTo(name='quote', order_with_respect_to='stock'),
        migrations.AlterOrderWithRespectTo(name='trade', order_with_respect_to=None),
    ]
