from django.contrib.postgres.indexes import BloomIndex, BrinIndex, BTreeIndex, GinIndex, GistIndex, HashIndex, SpGistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Document(models.Model):
    title = models.CharField(max_length=50)
    body = models.TextField()
    at = models.DateTimeField()
    rank = models.IntegerField()
    data = models.JSONField()
    vector = SearchVectorField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=['title', '-at']),
            models.Index(fields=['rank'], name='rank_idx'),
            models.Index(fields=['title'], name='title_pattern', opclasses=['varchar_pattern_ops']),
            models.Index(fields=['rank', 'at'], name='rank_with_body', include=['title']),
            GinIndex(fields=['vector']),
            GinIndex(fields=['data'], name='data_paths', opclasses=['jsonb_path_ops'], fastupdate=False),
            BrinIndex(fields=['at'], pages_per_range=8),
            BTreeIndex(fields=['-rank'], fillfactor=70),
            HashIndex(fields=['title']),
            GistIndex(fields=['vector'], name='vector_gist'),
            SpGistIndex(fields=['title']),
            BloomIndex(fields=['rank'], name='rank_bloom', length=32),
        ]
