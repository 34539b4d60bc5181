from django.db import migrations, models
import django.contrib.postgres.operations
import django.contrib.postgres.indexes
import django.contrib.postgres.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        django.contrib.postgres.operations.BtreeGinExtension(),
        django.contrib.postgres.operations.CreateExtension('pg_trgm'),
        django.contrib.postgres.operations.CreateCollation('case_insensitive', provider='icu', locale='und-u-ks-level2', deterministic=False),
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), size=None)),
                ('price', models.IntegerField()),
                ('name', models.CharField(db_collation='case_insensitive', max_length=20)),
            ],
            options={'indexes': [models.Index(fields=['symbol'], name='ix_gone')]},
        ),
    ]
