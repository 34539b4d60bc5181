from django.db import models


class Names(models.Model):
    class_field = models.TextField(db_column="class")
    none = models.TextField(db_column="None")
    unit_price_field = models.IntegerField(db_column="unitPrice")
    upper = models.IntegerField(db_column="UPPER")
    a_b = models.IntegerField(db_column="a__b")
    ends = models.IntegerField(db_column="ends_")
    _starts = models.IntegerField()
    number_2nd = models.IntegerField(db_column="2nd")
    with_space = models.IntegerField(db_column="with space")
    per_cent = models.IntegerField(db_column="per%cent")
    größe = models.IntegerField()
    save_field = models.BooleanField(db_column="save")
    objects_field = models.IntegerField(db_column="objects")
    pk_field = models.TextField(db_column="pk")
    check_field = models.TextField(db_column="check")
    unit_price = models.IntegerField()

    class Meta:
        db_table = "names"
