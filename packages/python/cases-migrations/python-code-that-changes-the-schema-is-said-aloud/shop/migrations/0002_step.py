from django.db import migrations, models


def widen(apps, schema_editor):
    schema_editor.execute('SELECT 1')


def plain(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute('SELECT 1')


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RunPython(widen, migrations.RunPython.noop),
        migrations.RunPython(plain, migrations.RunPython.noop),
    ]
