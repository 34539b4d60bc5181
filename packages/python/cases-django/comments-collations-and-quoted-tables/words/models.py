from django.db import models


class Word(models.Model):
    text = models.CharField(max_length=20, db_comment='As it is spelt', db_collation='C', unique=True)
    long = models.TextField(db_collation='C', db_index=True)
    plain = models.TextField(unique=True, db_comment="The reader's")

    class Meta:
        db_table_comment = 'All words'


class Upper(models.Model):
    word = models.ForeignKey(Word, on_delete=models.CASCADE, to_field='text')

    class Meta:
        db_table = '"Quoted Upper"'
