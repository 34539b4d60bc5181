from django.db import migrations, models
import uuid


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('created', models.DateTimeField(auto_now_add=True)),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('symbol', models.CharField(max_length=10)),
            ],
            options={'ordering': ['created'], 'abstract': False, 'indexes': [models.Index(fields=['created'], name='shop_stock_created_e07ecb_idx')]},
        ),
        migrations.CreateModel(
            name='Fund',
            fields=[
                ('stock_ptr', models.OneToOneField(auto_created=True, on_delete=models.CASCADE, parent_link=True, primary_key=True, serialize=False, to='shop.stock')),
                ('fee', models.FloatField()),
                ('size', models.BinaryField(editable=True)),
            ],
            bases=('shop.stock',),
        ),
        migrations.CreateModel(
            name='Trust',
            fields=[
                ('created', models.DateTimeField(auto_now_add=True)),
                ('code', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('site', models.URLField()),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('file', models.FileField(upload_to='x')),
                ('slug', models.SlugField()),
                ('secret', models.BinaryField()),
                ('at', models.GenericIPAddressField()),
            ],
            options={'ordering': ['created'], 'abstract': False},
        ),
    ]
