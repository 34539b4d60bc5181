"""Stocks, their option contracts, and what these were quoted at."""
from django.db import models
from django.db.models import F, Q


class Stock(models.Model):
    symbol = models.CharField(max_length=10, unique=True, db_comment="Ticker symbol, upper case")
    name = models.CharField(max_length=200)
    exchange = models.CharField(max_length=20, null=True, blank=True)
    sector = models.CharField(max_length=100, null=True, blank=True)
    currency = models.CharField(
        max_length=3, default="USD", db_comment="ISO 4217 code of every price of this stock"
    )
    last_price = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    metadata = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    market_cap = models.BigIntegerField(null=True, blank=True)

    class Meta:
        db_table = "stocks"
        db_table_comment = "Underlyings whose options are traded"
        ordering = ["symbol"]
        indexes = [
            models.Index(fields=["sector", "exchange"], name="idx_stocks_sector_exchange"),
            models.Index(fields=["market_cap"], name="idx_stocks_market_cap"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(last_price__gte=0), name="ck_stocks_last_price"),
        ]

    def __str__(self):
        return self.symbol


class OptionContract(models.Model):
    class OptionType(models.TextChoices):
        CALL = "call", "Call"
        PUT = "put", "Put"

    class Style(models.TextChoices):
        AMERICAN = "american", "American"
        EUROPEAN = "european", "European"

    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="contracts")
    contract_symbol = models.CharField(max_length=32, unique=True, db_comment="OCC symbol")
    option_type = models.CharField(max_length=10, choices=OptionType.choices)
    strike_price = models.DecimalField(max_digits=12, decimal_places=4)
    expiration_date = models.DateField()
    multiplier = models.PositiveIntegerField(default=100, db_comment="Shares per contract")
    style = models.CharField(max_length=10, choices=Style.choices, default=Style.AMERICAN)
    is_adjusted = models.BooleanField(default=False)
    first_seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "option_contracts"
        db_table_comment = "Listed calls and puts"
        indexes = [
            models.Index(fields=["expiration_date", "stock"], name="idx_contracts_expiration"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["stock", "expiration_date", "strike_price", "option_type"],
                name="uq_option_contracts_terms",
            ),
            models.CheckConstraint(
                condition=Q(option_type__in=["call", "put"]), name="ck_option_contracts_type"
            ),
            models.CheckConstraint(condition=Q(strike_price__gt=0), name="ck_option_contracts_strike"),
        ]

    def __str__(self):
        return self.contract_symbol


class OptionSnapshot(models.Model):
    contract = models.ForeignKey(OptionContract, on_delete=models.CASCADE, related_name="snapshots")
    snapshot_time = models.DateTimeField()
    bid = models.DecimalField(max_digits=12, decimal_places=4)
    ask = models.DecimalField(max_digits=12, decimal_places=4)
    last_price = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    volume = models.PositiveIntegerField(default=0)
    open_interest = models.PositiveIntegerField(default=0)
    implied_volatility = models.FloatField(null=True, blank=True)
    delta = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    gamma = models.DecimalField(max_digits=10, decimal_places=8, null=True, blank=True)
    theta = models.DecimalField(max_digits=10, decimal_places=6, null=True, blank=True)
    vega = models.DecimalField(max_digits=10, decimal_places=6, null=True, blank=True)
    greeks = models.JSONField(null=True, blank=True)
    source = models.CharField(max_length=50, default="polygon")

    class Meta:
        db_table = "option_snapshots"
        get_latest_by = "snapshot_time"
        indexes = [
            models.Index(fields=["-snapshot_time"], name="idx_snapshots_time"),
            models.Index(
                fields=["contract", "-snapshot_time"],
                condition=Q(volume__gt=0),
                name="idx_snapshots_liquid",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["contract", "snapshot_time"], name="uq_option_snapshots_time"),
            models.CheckConstraint(
                condition=Q(bid__gte=0) & Q(ask__gte=F("bid")), name="ck_option_snapshots_quote"
            ),
            models.CheckConstraint(condition=Q(delta__range=(-1, 1)), name="ck_option_snapshots_delta"),
        ]
