from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('a', models.IntegerField()),
                ('b', models.IntegerField()),
                ('c', models.IntegerField()),
            ],
        ),
        migrations.RunSQL('CREATE INDEX both_of ON shop_stock (a, b)', migrations.RunSQL.noop),
        migrations.RunSQL('CREATE INDEX single ON shop_stock (b)', migrations.RunSQL.noop),
    ]
