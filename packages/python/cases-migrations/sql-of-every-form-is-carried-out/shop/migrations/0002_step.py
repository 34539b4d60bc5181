from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RunSQL(
            sql="""
                ALTER TABLE shop_stock ADD COLUMN volume bigint; -- kept
                CREATE INDEX by_symbol ON shop_stock (symbol);
                COMMENT ON COLUMN shop_stock.volume IS 'shares; a day';
            """,
            reverse_sql=migrations.RunSQL.noop,
            state_operations=[
                migrations.AddField(model_name='stock', name='volume', field=models.BigIntegerField(null=True)),
                migrations.AddIndex(model_name='stock', index=models.Index(fields=['symbol'], name='by_symbol')),
            ],
        ),
        migrations.RunSQL([
            'ALTER TABLE shop_stock ADD CONSTRAINT ck_volume CHECK (volume > 0)',
            ("COMMENT ON TABLE shop_stock IS %s", ['100%% traded']),
            ('UPDATE shop_stock SET volume = %s', [1]),
            ('CREATE TABLE shop_extra (id serial PRIMARY KEY, word text DEFAULT \'x%\')', None),
        ]),
        migrations.RunSQL(migrations.RunSQL.noop),
        migrations.RunSQL('CREATE VIEW shop_cheap AS SELECT * FROM shop_stock WHERE price < 5', elidable=True),
    ]
