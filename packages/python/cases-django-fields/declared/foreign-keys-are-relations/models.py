from django.db import models


class Account(models.Model):
    code = models.CharField(max_length=8, unique=True)

    class Meta:
        db_table = "account"


class Transfer(models.Model):
    source = models.ForeignKey(
        "Account", on_delete=models.CASCADE, related_name="transfer_source_set"
    )
    target = models.ForeignKey(
        "Account",
        on_delete=models.SET_NULL,
        related_name="transfer_target_set",
        null=True,
        blank=True,
    )
    code = models.ForeignKey(
        "Account",
        on_delete=models.PROTECT,
        to_field="code",
        related_name="transfer_code_set",
        db_index=False,
        db_column="code",
    )
    strict = models.ForeignKey(
        "Account", on_delete=models.DO_NOTHING, related_name="transfer_strict_set"
    )
    fallback = models.ForeignKey(
        "Account",
        on_delete=models.SET_DEFAULT,
        related_name="transfer_fallback_set",
        db_index=False,
        default=1,
    )
    parent = models.ForeignKey(
        "self", on_delete=models.DO_NOTHING, db_index=False, null=True, blank=True
    )

    class Meta:
        db_table = "transfer"


class Profile(models.Model):
    account = models.OneToOneField(
        "Account",
        on_delete=models.CASCADE,
        related_name="profile_account",
        primary_key=True,
    )
    friend = models.OneToOneField(
        "Account",
        on_delete=models.DO_NOTHING,
        related_name="profile_friend",
        null=True,
        blank=True,
        db_column="friend",
    )

    class Meta:
        db_table = "profile"


class Member(models.Model):
    pk = models.CompositePrimaryKey("account_id", "number")
    account = models.ForeignKey("Account", on_delete=models.CASCADE)
    number = models.IntegerField()

    class Meta:
        db_table = "member"


class Stock(models.Model):
    stock_id = models.ForeignKey(
        "self",
        on_delete=models.DO_NOTHING,
        related_name="stock_stock_id_set",
        null=True,
        blank=True,
        db_column="stock_id",
    )
    stock = models.TextField(null=True, blank=True)

    class Meta:
        db_table = "stock"
