from django.db import migrations, models
import shop.models
from django.conf import settings


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

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
                ('a', models.ForeignKey(on_delete=models.CASCADE, related_name='a', to='shop.tag')),
                ('b', models.ForeignKey(on_delete=models.CASCADE, related_name='b', to='shop.tag')),
                ('c', models.ForeignKey(on_delete=models.CASCADE, to=settings.AUTH_USER_MODEL)),
                ('d', models.ManyToManyField(related_name='d', to='shop.tag')),
                ('e', models.ForeignKey(default=shop.models.owner, null=True, on_delete=models.CASCADE, to='shop.stock')),
                ('f', models.OneToOneField(on_delete=models.CASCADE, to='shop.tag')),
                ('g', models.ManyToManyField(to='shop.stock')),
            ],
        ),
    ]
