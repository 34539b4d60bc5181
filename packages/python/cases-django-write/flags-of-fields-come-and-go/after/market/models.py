from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    code = models.IntegerField(
        help_text="of the exchange",
    )
    sector = models.IntegerField()
    slug = models.SlugField(db_index=False)
    venue = models.ForeignKey("Venue", on_delete=models.CASCADE, db_index=False)
    cap = models.IntegerField(db_index=True)
    name = models.CharField(max_length=100)

    class Meta:
        db_table = "stocks"
        unique_together = [("name", "cap")]
        indexes = [
            models.Index(fields=["venue", "cap"], name="stocks_venue"),
        ]


class Bond(models.Model):
    rate = models.IntegerField()
    term = models.IntegerField()

    class Meta:
        db_table = "bonds"


class Venue(models.Model):
    name = models.CharField(max_length=10)
