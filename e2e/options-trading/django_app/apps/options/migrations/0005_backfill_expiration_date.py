from datetime import datetime

from django.db import migrations


def expiration_from_symbol(apps, schema_editor):
    """An OCC symbol ends in YYMMDD, C or P, and eight digits of strike."""
    OptionContract = apps.get_model("options", "OptionContract")
    for contract in OptionContract.objects.filter(expiration_date__isnull=True).iterator():
        contract.expiration_date = datetime.strptime(contract.contract_symbol[-15:-9], "%y%m%d").date()
        contract.save(update_fields=["expiration_date"])


class Migration(migrations.Migration):

    dependencies = [
        ("options", "0004_rename_strike"),
    ]

    operations = [
        migrations.RunPython(expiration_from_symbol, migrations.RunPython.noop),
    ]
