from django.db import migrations, models
import django.contrib.postgres.operations
import django.contrib.postgres.indexes
import django.contrib.postgres.fields


class Migration(migrations.Migration):
    atomic = False

    dependencies = [('shop', '0001_initial')]

    operations = [
        django.contrib.postgres.operations.AddIndexConcurrently(model_name='stock', index=django.contrib.postgres.indexes.GinIndex(fields=['tags'], name='ix_tags')),
        django.contrib.postgres.operations.RemoveIndexConcurrently(model_name='stock', name='ix_gone'),
        django.contrib.postgres.operations.AddConstraintNotValid(model_name='stock', constraint=models.CheckConstraint(condition=models.Q(('price__gt', 0)), name='ck_price')),
    ]
