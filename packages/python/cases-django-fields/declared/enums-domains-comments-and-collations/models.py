from django.db import models


class Odd(models.Model):
    mood = models.CharField(
        max_length=10,
        choices=[("sad", "Sad"), ("very_happy", "Very happy")],
        default="sad",
        db_comment="What's up",
    )
    other = models.CharField(
        max_length=10,
        choices=[("sad", "Sad"), ("very_happy", "Very happy")],
        null=True,
        blank=True,
    )
    sorted = models.TextField(db_collation="C")
    german = models.CharField(max_length=9, null=True, blank=True, db_collation="POSIX")

    class Meta:
        db_table = "odd"
