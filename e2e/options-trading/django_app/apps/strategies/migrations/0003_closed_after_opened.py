from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("strategies", "0002_tags_and_rolls"),
    ]

    operations = [
        migrations.RunSQL(
            sql=[
                "ALTER TABLE strategy_history ADD CONSTRAINT ck_strategy_history_closed"
                " CHECK (closed_at IS NULL OR closed_at >= opened_at) NOT VALID",
                "ALTER TABLE strategy_history VALIDATE CONSTRAINT ck_strategy_history_closed",
            ],
            reverse_sql="ALTER TABLE strategy_history DROP CONSTRAINT ck_strategy_history_closed",
            state_operations=[
                migrations.AddConstraint(
                    model_name="strategyhistory",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            ("closed_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="ck_strategy_history_closed",
                    ),
                ),
            ],
        ),
    ]
