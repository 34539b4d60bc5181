from django.db import models
from simple_history.models import HistoricalRecords


class Base(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True


class Owner(models.Model):
    code = models.CharField(max_length=20, primary_key=True, db_collation="C")
    history = HistoricalRecords(
        table_name="owner_history",
        history_change_reason_field=models.TextField(null=True),
        excluded_fields=["secret"],
        user_db_constraint=False,
    )
    secret = models.TextField()


class Item(Base):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, db_column="owner_code")
    twin = models.OneToOneField("self", on_delete=models.SET_NULL, null=True)
    slug = models.SlugField(unique=True)
    number = models.PositiveIntegerField(db_index=True)
    scan = models.FileField(upload_to="scans")
    tags = models.ManyToManyField("Tag")

    class Meta:
        unique_together = [("owner", "number")]


class Tag(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40, unique=True)
    kept = HistoricalRecords(
        history_id_field=models.UUIDField(),
        custom_model_name=lambda name: f"{name}Archive",
        related_name="archive",
        no_db_index=["id"],
    )


class Followed(models.Model):
    tags = models.ManyToManyField(Tag)
    history = HistoricalRecords(m2m_fields=[tags])
