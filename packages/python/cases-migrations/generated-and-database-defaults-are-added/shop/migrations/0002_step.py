from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.AddField(model_name='stock', name='double', field=models.GeneratedField(db_persist=True, expression=models.expressions.CombinedExpression(models.F('price'), '*', models.Value(2)), output_field=models.DecimalField(decimal_places=2, max_digits=12))),
        migrations.AddField(model_name='stock', name='at', field=models.DateTimeField(db_default=Now())),
        migrations.AddField(model_name='stock', name='size', field=models.IntegerField(db_default=models.Value(5))),
    ]
