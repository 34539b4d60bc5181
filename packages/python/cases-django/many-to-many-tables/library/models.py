from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=30, primary_key=True)


class Book(models.Model):
    authors = models.ManyToManyField(Author)
    editors = models.ManyToManyField('Author', db_table='book_editors', related_name='edited')
    sequels = models.ManyToManyField('self', symmetrical=False)
    loose = models.ManyToManyField(Author, db_constraint=False, related_name='+')
    readers = models.ManyToManyField('Author', through='Loan', related_name='+')


class Loan(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
    reader = models.ForeignKey(Author, on_delete=models.CASCADE)
    since = models.DateField()

    class Meta:
        unique_together = [('book', 'reader')]
