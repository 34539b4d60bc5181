from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('same', models.CharField(choices=[('p', 'Plain'), ('o', 'Odd Lot')], default='p', max_length=1)),
                ('also', models.IntegerField(choices=[(1, 'Lower'), (2, 'High')])),
                ('other', models.CharField(choices=[('p', 'Plain'), ('o', 'Odd')], max_length=1)),
                ('listed', models.CharField(choices=[('a', 'A'), ('g', [('b', 'B')])], max_length=1)),
                ('mapped', models.CharField(choices=[('a', 'A')], max_length=1)),
            ],
        ),
    ]
