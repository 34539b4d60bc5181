from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Exchange',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('exchange', models.ForeignKey(on_delete=models.CASCADE, to='shop.exchange')),
                ('listed_on', models.ManyToManyField(related_name='listings', to='shop.exchange')),
                ('main', models.ForeignKey(on_delete=models.CASCADE, related_name='mains', to='shop.exchange', to_field='code')),
                ('loose', models.ForeignKey(db_constraint=False, on_delete=models.CASCADE, related_name='loose', to='shop.exchange')),
            ],
        ),
        migrations.CreateModel(
            name='Market',
            fields=[
                ('exchange_ptr', models.OneToOneField(auto_created=True, on_delete=models.CASCADE, parent_link=True, primary_key=True, serialize=False, to='shop.exchange')),
                ('hours', models.CharField(max_length=5)),
            ],
            bases=('shop.exchange',),
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('market', models.ForeignKey(on_delete=models.CASCADE, to='shop.market')),
            ],
        ),
    ]
