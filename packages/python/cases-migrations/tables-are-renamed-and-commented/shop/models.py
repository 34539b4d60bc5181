from django.db import models


class Tag(models.Model):
    word = models.CharField(max_length=10, db_comment='a word')


class Stock(models.Model):
    symbol = models.CharField(max_length=10, db_index=True, db_comment='of the exchange')
    tags = models.ManyToManyField(Tag)
    quiet = models.IntegerField()

    class Meta:
        db_table = 'market_stocks'
        db_table_comment = 'What is traded'
