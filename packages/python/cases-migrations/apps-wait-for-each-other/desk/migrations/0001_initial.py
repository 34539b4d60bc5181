from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '__first__')]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stock', models.ForeignKey(on_delete=models.CASCADE, to='shop.stock')),
            ],
        ),
    ]
