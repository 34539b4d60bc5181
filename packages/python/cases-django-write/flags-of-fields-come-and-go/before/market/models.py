from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True)
    code = models.IntegerField(
        unique=True,  # for now
        help_text="of the exchange",
    )
    sector = models.IntegerField(db_index=True)
    slug = models.SlugField()
    venue = models.ForeignKey("Venue", on_delete=models.CASCADE)
    cap = models.IntegerField()
    name = models.CharField(max_length=100)

    class Meta:
        db_table = "stocks"
        unique_together = [("name", "sector"), ("name", "cap")]


class Bond(models.Model):
    rate = models.IntegerField()
    term = models.IntegerField()

    class Meta:
        db_table = "bonds"
        unique_together = ("rate", "term")


class Venue(models.Model):
    name = models.CharField(max_length=10)
