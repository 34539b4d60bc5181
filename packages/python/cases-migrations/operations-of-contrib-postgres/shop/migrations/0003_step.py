from django.db import migrations, models
import django.contrib.postgres.operations
import django.contrib.postgres.indexes
import django.contrib.postgres.fields


class Migration(migrations.Migration):
    dependencies = [('shop', '0002_step')]

    operations = [
        django.contrib.postgres.operations.ValidateConstraint(model_name='stock', name='ck_price'),
    ]
