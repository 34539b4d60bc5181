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
            options={'indexes': [models.Index(fields=['symbol'], name='ix_old'), models.Index(fields=['price', 'symbol'], name='ix_gone'), models.Index(fields=['symbol', 'price'], name='ix_same'), models.Index(condition=models.Q(('price__gt', 1)), fields=['price', 'symbol'], name='ix_changed')], 'constraints': [models.CheckConstraint(condition=models.Q(('price__gt', 1)), name='ck_changed'), models.CheckConstraint(condition=models.Q(('price__gt', 0), models.Q(('symbol', ''), _negated=True)), name='ck_same'), models.UniqueConstraint(fields=('price',), name='uq_gone')]},
        ),
    ]
