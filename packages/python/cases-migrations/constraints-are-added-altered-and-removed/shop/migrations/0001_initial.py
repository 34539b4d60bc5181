from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
                ('price', models.IntegerField()),
            ],
            options={'constraints': [models.CheckConstraint(condition=models.Q(('price__lt', 9)), name='ck_gone'), models.UniqueConstraint(condition=models.Q(('price__gt', 1)), fields=('price',), name='uq_gone'), models.UniqueConstraint(fields=('symbol',), name='uq_gone_too'), models.CheckConstraint(condition=models.Q(('price__gte', 0)), name='ck_price')]},
        ),
    ]
