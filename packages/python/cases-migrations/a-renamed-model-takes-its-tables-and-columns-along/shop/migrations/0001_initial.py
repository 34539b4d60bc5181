from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10, unique=True)),
                ('tags', models.ManyToManyField(to='shop.tag')),
                ('peers', models.ManyToManyField(to='shop.stock')),
            ],
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('share', models.ForeignKey(on_delete=models.CASCADE, to='shop.stock')),
                ('hidden', models.ForeignKey(on_delete=models.CASCADE, related_name='+', to='shop.stock')),
            ],
        ),

        migrations.AddField(model_name='tag', name='favourites', field=models.ManyToManyField(related_name='fans', to='shop.stock')),
    ]
