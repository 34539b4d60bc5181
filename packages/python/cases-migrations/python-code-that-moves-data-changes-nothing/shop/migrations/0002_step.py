from django.db import migrations, models


def double(apps, schema_editor):
    Stock = apps.get_model('shop', 'Stock')
    for stock in Stock.objects.using(schema_editor.connection.alias):
        change(stock, schema_editor)


def change(stock, editor):
    if editor.connection.vendor == 'postgresql':
        stock.save()


class Quiet(migrations.operations.base.Operation):
    def state_forwards(self, app_label, state):
        pass

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        to_state.apps.get_model('shop', 'Stock').objects.using(schema_editor.connection.alias).count()


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RunPython(double, migrations.RunPython.noop),
        migrations.RunPython(lambda apps, editor: None),
        migrations.RunPython(migrations.RunPython.noop),
        Quiet(),
    ]
