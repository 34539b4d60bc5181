"""The market as strategies saw it, and how the strategies ended."""
from django.db import models
from django.db.models import F, Q


class MarketCondition(models.Model):
    REGIMES = [
        ("bull", "Bull"),
        ("bear", "Bear"),
        ("sideways", "Sideways"),
        ("volatile", "Volatile"),
    ]

    observed_on = models.DateField(unique=True)
    regime = models.CharField(max_length=20, choices=REGIMES)
    vix = models.DecimalField(
        max_digits=6, decimal_places=2, db_comment="Close of the CBOE volatility index"
    )
    spy_close = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    trend_strength = models.FloatField(null=True, blank=True)
    advance_decline_ratio = models.FloatField(null=True, blank=True)
    indicators = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "market_conditions"
        indexes = [
            models.Index(fields=["regime", "-observed_on"], name="idx_market_regime_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(vix__gt=0), name="ck_market_conditions_vix"),
        ]


class StrategyHistory(models.Model):
    class Status(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"
        ROLLED = "rolled"
        EXPIRED = "expired"
        ASSIGNED = "assigned"

    strategy_name = models.CharField(max_length=100)
    stock = models.ForeignKey("options.Stock", on_delete=models.PROTECT, related_name="strategies")
    contract = models.ForeignKey(
        "options.OptionContract", on_delete=models.SET_NULL, null=True, blank=True, related_name="strategies"
    )
    market_condition = models.ForeignKey(
        MarketCondition, on_delete=models.SET_NULL, null=True, blank=True, related_name="strategies"
    )
    rolled_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.OPEN)
    quantity = models.IntegerField(db_comment="Contracts; negative for short positions")
    entry_price = models.DecimalField(max_digits=12, decimal_places=4)
    exit_price = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    realised_pnl = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    max_loss = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    holding_period = models.DurationField(null=True, blank=True)
    parameters = models.JSONField(default=dict, blank=True)
    tags = models.JSONField(default=list, blank=True)
    notes = models.TextField(default="", blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "strategy_history"
        verbose_name_plural = "strategy history"
        indexes = [
            models.Index(fields=["strategy_name", "status"], name="idx_strategy_name_status"),
            models.Index(fields=["stock", "-opened_at"], name="idx_strategy_stock_opened"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy_name", "contract"],
                condition=Q(status="open"),
                name="uq_strategy_open_contract",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "closed", "rolled", "expired", "assigned"]),
                name="ck_strategy_history_status",
            ),
            models.CheckConstraint(condition=~Q(quantity=0), name="ck_strategy_history_quantity"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="ck_strategy_history_closed",
            ),
        ]
