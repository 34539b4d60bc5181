from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [('b', '0001_initial')]
    operations = []
