from django.db import migrations, models
import shop.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', shop.fields.Ticker()),
                ('name', shop.fields.Ticker()),
                ('place', models.CharField(max_length=7)),
            ],
        ),
    ]
