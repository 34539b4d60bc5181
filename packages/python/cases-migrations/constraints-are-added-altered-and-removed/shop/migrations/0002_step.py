from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RemoveConstraint(model_name='stock', name='ck_gone'),
        migrations.RemoveConstraint(model_name='stock', name='uq_gone'),
        migrations.RemoveConstraint(model_name='stock', name='uq_gone_too'),
        migrations.AlterConstraint(model_name='stock', name='ck_price', constraint=models.CheckConstraint(condition=models.Q(('price__gte', 0)), name='ck_price', violation_error_message='no')),
        migrations.AddConstraint(model_name='stock', constraint=models.UniqueConstraint(fields=('symbol', 'price'), name='uq_symbol_price')),
        migrations.AddConstraint(model_name='stock', constraint=models.UniqueConstraint(condition=models.Q(('price__gt', 0)), fields=('symbol',), name='uq_live')),
        migrations.AddConstraint(model_name='stock', constraint=models.UniqueConstraint(deferrable=models.Deferrable['DEFERRED'], fields=('price',), name='uq_late')),
    ]
