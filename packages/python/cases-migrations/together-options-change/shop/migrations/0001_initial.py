from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ticker', models.CharField(max_length=10)),
                ('exchange', models.CharField(max_length=10)),
                ('sector', models.CharField(max_length=10)),
            ],
            options={'unique_together': {('ticker', 'exchange'), ('exchange', 'sector')}},
        ),
    ]
