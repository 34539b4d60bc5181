from django.db import migrations


def fill_rates(apps, schema_editor):
    Bond = apps.get_model("market", "Bond")
    Bond.objects.filter(rate=0).update(rate=1)


class Migration(migrations.Migration):
    dependencies = []
    operations = [migrations.RunPython(fill_rates)]
