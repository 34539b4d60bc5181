import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now


class Author(models.Model):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField()
    settings = models.JSONField(default=dict)
    joined_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "author"
        constraints = [models.UniqueConstraint(Lower("email"), name="author_email_lower_key")]


class PostState(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    reviewer = models.ForeignKey(Author, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=200)
    body = models.TextField()
    tags = ArrayField(models.CharField(max_length=40), default=list)
    views = models.BigIntegerField(default=0)
    title_length = models.GeneratedField(
        expression=models.functions.Length("title"), output_field=models.IntegerField(), db_persist=True
    )
    published_at = models.DateTimeField(null=True, blank=True)
    deleted = models.BooleanField(default=False)

    class Meta:
        db_table = "post"
        constraints = [
            models.UniqueConstraint(fields=["author", "slug"], condition=Q(deleted=False), name="post_live_slug_key"),
            models.CheckConstraint(condition=Q(views__gte=0), name="post_views_positive"),
        ]
        indexes = [
            GinIndex(fields=["tags"], name="post_tags_idx"),
            models.Index(F("published_at").desc(nulls_last=True), name="post_recent_idx"),
        ]
