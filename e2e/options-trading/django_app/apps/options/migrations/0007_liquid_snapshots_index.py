from django.db import migrations, models


class Migration(migrations.Migration):
    """The operations team had built this index by hand in production: the database step accepts that."""

    dependencies = [
        ("options", "0006_contract_terms"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql="""
                        CREATE INDEX IF NOT EXISTS idx_snapshots_liquid
                            ON option_snapshots (contract_id, snapshot_time DESC)
                            WHERE volume > 0;
                    """,
                    reverse_sql="DROP INDEX IF EXISTS idx_snapshots_liquid;",
                ),
            ],
            state_operations=[
                migrations.AddIndex(
                    model_name="optionsnapshot",
                    index=models.Index(
                        fields=["contract", "-snapshot_time"],
                        condition=models.Q(("volume__gt", 0)),
                        name="idx_snapshots_liquid",
                    ),
                ),
            ],
        ),
    ]
