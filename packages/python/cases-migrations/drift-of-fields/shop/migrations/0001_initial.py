from django.db import migrations, models
import django.core.validators
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
                ('price', models.IntegerField()),
                ('note', models.CharField(max_length=5)),
                ('same', models.CharField(help_text='help', max_length=5, validators=[django.core.validators.RegexValidator('x')], verbose_name='Same')),
            ],
        ),
    ]
