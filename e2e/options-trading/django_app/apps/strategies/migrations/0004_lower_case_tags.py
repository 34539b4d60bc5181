from django.db import migrations


def lower_case_tags(apps, schema_editor):
    StrategyHistory = apps.get_model("strategies", "StrategyHistory")
    for strategy in StrategyHistory.objects.exclude(tags=[]).iterator():
        strategy.tags = sorted({tag.lower() for tag in strategy.tags})
        strategy.save(update_fields=["tags"])


class Migration(migrations.Migration):

    dependencies = [
        ("strategies", "0003_closed_after_opened"),
    ]

    operations = [
        migrations.RunPython(lower_case_tags, migrations.RunPython.noop, elidable=True),
    ]
