from django.db import connection, migrations

LIMIT = 100


def collate(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE shop_stock ALTER COLUMN symbol TYPE varchar(10) COLLATE "C"')
    elif schema_editor.connection.vendor == "oracle":
        schema_editor.execute("ALTER TABLE shop_stock DROP COLUMN symbol")


def elsewhere(apps, schema_editor):
    if schema_editor.connection.vendor != "oracle":
        return
    schema_editor.execute("ALTER TABLE shop_stock DROP COLUMN symbol")


def check(apps, schema_editor):
    execute(schema_editor, f"ALTER TABLE shop_stock ADD CONSTRAINT dear CHECK (price < {LIMIT})")
    schema_editor.execute("ALTER TABLE shop_stock ADD CONSTRAINT cheap CHECK (price > %s)", [0])


def execute(editor, sql):
    editor.execute(sql)


def index(apps, schema_editor):
    Stock = apps.get_model("shop", "Stock")
    Stock.objects.filter(symbol="").update(symbol="?")
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("UPDATE shop_stock SET symbol = upper(symbol)")
        cursor.execute("CREATE INDEX shop_stock_upper ON shop_stock (upper(symbol))")


def comment(apps, schema_editor):
    cursor = connection.cursor()
    for column in ["symbol", "price"]:
        cursor.execute(f"COMMENT ON COLUMN shop_stock.{column} IS 'the {column}'")


def rename(apps, schema_editor):
    Stock = apps.get_model("shop", "Stock")
    schema_editor.alter_db_table(Stock, "shop_stock", "shop_paper")
    schema_editor.execute("ALTER TABLE shop_paper ADD COLUMN note text")
    schema_editor.alter_db_table(Stock, "shop_paper", "shop_stock")


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]

    operations = [
        migrations.RunPython(collate, migrations.RunPython.noop),
        migrations.RunPython(elsewhere, migrations.RunPython.noop),
        migrations.RunPython(check, migrations.RunPython.noop),
        migrations.RunPython(index, migrations.RunPython.noop),
        migrations.RunPython(comment, migrations.RunPython.noop),
        migrations.RunPython(rename, migrations.RunPython.noop),
    ]
