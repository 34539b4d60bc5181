from django.db import models


class Stock(models.Model):
    symbol = models.CharField(max_length=10)

    groups = models.ManyToManyField("auth.Group", db_table="stock_groups", blank=True, limit_choices_to={"name": "x"})
    friends = models.ManyToManyField("self", symmetrical=False, related_name="%(class)s_friends")
    owner = models.ForeignKey("auth.User", models.SET_NULL, null=True, related_name="+")
    kind = models.ForeignKey("contenttypes.ContentType", on_delete=models.DO_NOTHING, null=True, db_constraint=False, db_index=False)
    twin = models.OneToOneField("self", models.SET_DEFAULT, default=None, null=True, related_query_name="twins")
    home = models.ForeignKey("Home", models.RESTRICT, to_field="code", null=True, limit_choices_to=models.Q(code="x"))
    made = models.ForeignKey("Home", models.SET(3), to_field="id", null=True, related_name="made", db_column="made_by", verbose_name="Made by")

class Home(models.Model):
    code = models.CharField(max_length=3, unique=True)
    stocks = models.ManyToManyField(Stock, through="Stay", through_fields=("home", "stock"))

class Stay(models.Model):
    home = models.ForeignKey(Home, models.CASCADE)
    stock = models.ForeignKey(Stock, models.CASCADE)
