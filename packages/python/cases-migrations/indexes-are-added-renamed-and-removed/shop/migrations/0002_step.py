from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.RenameIndex(model_name='stock', new_name='ix_symbol_price', old_name='ix_old'),
        migrations.RemoveIndex(model_name='stock', name='ix_gone'),
        migrations.AddIndex(model_name='stock', index=models.Index(models.expressions.CombinedExpression(models.F('price'), '*', models.Value(2)), name='ix_double')),
        migrations.AddIndex(model_name='stock', index=models.Index(condition=models.Q(('price__gt', 5)), fields=['price'], include=('symbol',), name='ix_price')),
    ]
