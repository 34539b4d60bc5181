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
            name='Venue',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('a', models.ForeignKey(on_delete=models.CASCADE, related_name='a', to='shop.exchange')),
                ('b', models.ForeignKey(on_delete=models.CASCADE, related_name='b', to='shop.exchange')),
                ('c', models.ForeignKey(on_delete=models.CASCADE, related_name='c', to='shop.exchange')),
                ('d', models.ForeignKey(db_constraint=False, on_delete=models.CASCADE, related_name='d', to='shop.exchange')),
                ('e', models.ForeignKey(on_delete=models.CASCADE, related_name='e', to='shop.exchange')),
                ('f', models.ForeignKey(on_delete=models.CASCADE, related_name='f', to='shop.exchange')),
                ('g', models.ForeignKey(on_delete=models.CASCADE, related_name='g', to='shop.exchange')),
                ('i', models.ForeignKey(on_delete=models.CASCADE, related_name='i', to='shop.exchange')),
                ('j', models.ForeignKey(on_delete=models.CASCADE, related_name='j', to='shop.exchange')),
                ('k', models.ForeignKey(on_delete=models.CASCADE, related_name='k', to='shop.exchange')),
                ('h', models.OneToOneField(on_delete=models.CASCADE, related_name='h', to='shop.exchange')),
            ],
        ),
    ]
