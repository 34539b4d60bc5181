"""SQLAlchemy models of the FastAPI service. They mirror scripts/database/*/schema_canonical.sql."""
import enum
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Optional

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Double,
    Enum,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

# What the three servers call the same thing.
Key = BigInteger().with_variant(Integer, "sqlite")
Moment = DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
Count = Integer().with_variant(mysql.INTEGER(unsigned=True), "mysql", "mariadb")
LongText = Text().with_variant(mysql.LONGTEXT, "mysql", "mariadb")


class Base(DeclarativeBase):
    """Base of every model."""


class JobStatus(enum.Enum):
    PENDING = "pending"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Stock(Base):
    __tablename__ = "stocks"

    id = Column(Key, primary_key=True)
    symbol = Column(String(10), nullable=False, comment="Ticker symbol, upper case")
    name = Column(String(200), nullable=False)
    exchange = Column(String(20))
    sector = Column(String(100))
    currency = Column(
        String(3),
        nullable=False,
        server_default="USD",
        comment="ISO 4217 code of every price of this stock",
    )
    last_price = Column(Numeric(12, 4))
    is_active = Column(Boolean, nullable=False, server_default=text("1"))
    # `metadata` is taken by the declarative base
    metadata_ = Column("metadata", JSON, nullable=False, default=dict)
    created_at = Column(Moment, nullable=False, default=datetime.utcnow)
    updated_at = Column(Moment, nullable=False, default=datetime.utcnow, onupdate=datetime.utcnow)
    market_cap = Column(BigInteger, nullable=True)

    contracts = relationship("OptionContract", back_populates="stock", passive_deletes=True)

    __table_args__ = (
        UniqueConstraint("symbol", name="uq_stocks_symbol"),
        CheckConstraint("last_price >= 0", name="ck_stocks_last_price"),
        Index("idx_stocks_sector_exchange", "sector", "exchange"),
        Index("idx_stocks_market_cap", "market_cap"),
        {"comment": "Underlyings whose options are traded"},
    )


class OptionContract(Base):
    __tablename__ = "option_contracts"

    id = Column(Key, primary_key=True)
    stock_id = Column(
        BigInteger,
        ForeignKey("stocks.id", name="fk_option_contracts_stock", ondelete="CASCADE"),
        nullable=False,
    )
    contract_symbol = Column(String(32), nullable=False, comment="OCC symbol")
    option_type = Column(String(10), nullable=False)
    strike_price = Column(Numeric(12, 4), nullable=False)
    expiration_date = Column(Date, nullable=False)
    multiplier = Column(Count, nullable=False, server_default=text("100"), comment="Shares per contract")
    style = Column(String(10), nullable=False, server_default="american")
    is_adjusted = Column(Boolean, nullable=False, server_default=text("0"))
    first_seen_at = Column(Moment, nullable=False, default=datetime.utcnow)

    stock = relationship(Stock, back_populates="contracts")
    snapshots = relationship("OptionSnapshot", back_populates="contract", passive_deletes=True)

    __table_args__ = (
        UniqueConstraint("contract_symbol", name="uq_option_contracts_symbol"),
        UniqueConstraint(
            "stock_id", "expiration_date", "strike_price", "option_type", name="uq_option_contracts_terms"
        ),
        CheckConstraint("option_type IN ('call', 'put')", name="ck_option_contracts_type"),
        CheckConstraint("strike_price > 0", name="ck_option_contracts_strike"),
        CheckConstraint("multiplier >= 0", name="ck_option_contracts_multiplier").ddl_if(dialect="sqlite"),
        Index("idx_contracts_expiration", "expiration_date", "stock_id"),
        Index("idx_contracts_stock", "stock_id").ddl_if(dialect="sqlite"),
        {"comment": "Listed calls and puts"},
    )


class OptionSnapshot(Base):
    __tablename__ = "option_snapshots"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    contract_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("option_contracts.id", name="fk_option_snapshots_contract", ondelete="CASCADE")
    )
    snapshot_time: Mapped[datetime] = mapped_column(Moment)
    bid: Mapped[Decimal] = mapped_column(Numeric(12, 4))
    ask: Mapped[Decimal] = mapped_column(Numeric(12, 4))
    last_price: Mapped[Optional[Decimal]] = mapped_column(Numeric(12, 4))
    volume: Mapped[int] = mapped_column(Count, server_default=text("0"))
    open_interest: Mapped[int] = mapped_column(Count, server_default=text("0"))
    implied_volatility: Mapped[Optional[float]] = mapped_column(Double)
    delta: Mapped[Optional[Decimal]] = mapped_column(Numeric(8, 6))
    gamma: Mapped[Optional[Decimal]] = mapped_column(Numeric(10, 8))
    theta: Mapped[Optional[Decimal]] = mapped_column(Numeric(10, 6))
    vega: Mapped[Optional[Decimal]] = mapped_column(Numeric(10, 6))
    greeks: Mapped[Optional[dict[str, Any]]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(String(50), server_default="polygon")

    contract: Mapped[OptionContract] = relationship(back_populates="snapshots")

    __table_args__ = (
        UniqueConstraint("contract_id", "snapshot_time", name="uq_option_snapshots_time"),
        CheckConstraint("bid >= 0 AND ask >= bid", name="ck_option_snapshots_quote"),
        CheckConstraint("volume >= 0", name="ck_option_snapshots_volume").ddl_if(dialect="sqlite"),
        CheckConstraint("open_interest >= 0", name="ck_option_snapshots_interest").ddl_if(dialect="sqlite"),
        CheckConstraint("delta BETWEEN -1 AND 1", name="ck_option_snapshots_delta"),
        Index("idx_snapshots_contract", "contract_id").ddl_if(dialect="sqlite"),
        Index("idx_snapshots_time", snapshot_time.desc()),
        Index(
            "idx_snapshots_liquid",
            "contract_id",
            snapshot_time.desc(),
            sqlite_where=text("volume > 0"),
        ),
    )


class MarketCondition(Base):
    __tablename__ = "market_conditions"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    observed_on: Mapped[date] = mapped_column()
    regime: Mapped[str] = mapped_column(String(20))
    vix: Mapped[Decimal] = mapped_column(Numeric(6, 2))
    spy_close: Mapped[Optional[Decimal]] = mapped_column(Numeric(12, 4))
    trend_strength: Mapped[Optional[float]] = mapped_column(Double)
    advance_decline_ratio: Mapped[Optional[float]] = mapped_column(Double)
    indicators: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(Moment, default=datetime.utcnow)

    __table_args__ = (
        UniqueConstraint("observed_on", name="uq_market_conditions_day"),
        CheckConstraint("vix > 0", name="ck_market_conditions_vix"),
        Index("idx_market_regime_day", "regime", observed_on.desc()),
    )


class StrategyHistory(Base):
    __tablename__ = "strategy_history"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    strategy_name: Mapped[str] = mapped_column(String(100))
    stock_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("stocks.id", name="fk_strategy_history_stock", ondelete="RESTRICT")
    )
    contract_id: Mapped[Optional[int]] = mapped_column(
        BigInteger, ForeignKey("option_contracts.id", name="fk_strategy_history_contract", ondelete="SET NULL")
    )
    market_condition_id: Mapped[Optional[int]] = mapped_column(
        BigInteger, ForeignKey("market_conditions.id", name="fk_strategy_history_market", ondelete="SET NULL")
    )
    rolled_from_id: Mapped[Optional[int]] = mapped_column(
        BigInteger, ForeignKey("strategy_history.id", name="fk_strategy_history_rolled", ondelete="SET NULL")
    )
    status: Mapped[str] = mapped_column(String(20), server_default="open")
    quantity: Mapped[int] = mapped_column()
    entry_price: Mapped[Decimal] = mapped_column(Numeric(12, 4))
    exit_price: Mapped[Optional[Decimal]] = mapped_column(Numeric(12, 4))
    realised_pnl: Mapped[Optional[Decimal]] = mapped_column(Numeric(14, 2))
    max_loss: Mapped[Optional[Decimal]] = mapped_column(Numeric(14, 2))
    # In microseconds, as Django keeps it.
    holding_period: Mapped[Optional[int]] = mapped_column(BigInteger)
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    tags: Mapped[list[str]] = mapped_column(JSON, default=list)
    notes: Mapped[str] = mapped_column(LongText, default="")
    opened_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[Optional[datetime]] = mapped_column(Moment)

    stock: Mapped[Stock] = relationship()
    contract: Mapped[Optional[OptionContract]] = relationship()
    market_condition: Mapped[Optional[MarketCondition]] = relationship()
    rolled_from: Mapped[Optional["StrategyHistory"]] = relationship(remote_side=[id])

    __table_args__ = (
        CheckConstraint(
            "status IN ('open', 'closed', 'rolled', 'expired', 'assigned')", name="ck_strategy_history_status"
        ),
        CheckConstraint("quantity <> 0", name="ck_strategy_history_quantity"),
        CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name="ck_strategy_history_closed"),
        Index("idx_strategy_name_status", "strategy_name", "status"),
        Index("idx_strategy_stock_opened", "stock_id", opened_at.desc()),
        Index("idx_strategy_contract", "contract_id").ddl_if(dialect="sqlite"),
        Index("idx_strategy_market", "market_condition_id").ddl_if(dialect="sqlite"),
        Index("idx_strategy_rolled_from", "rolled_from_id").ddl_if(dialect="sqlite"),
        Index(
            "uq_strategy_open_contract",
            "strategy_name",
            "contract_id",
            unique=True,
            sqlite_where=text("status = 'open'"),
        ).ddl_if(dialect="sqlite"),
    )


class CollectionJob(Base):
    __tablename__ = "collection_jobs"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    job_uuid: Mapped[uuid.UUID] = mapped_column(Uuid, default=uuid.uuid4)
    job_type: Mapped[str] = mapped_column(String(50))
    status: Mapped[JobStatus] = mapped_column(
        Enum(JobStatus, length=20, values_callable=lambda statuses: [s.value for s in statuses]),
        server_default="pending",
    )
    stock_id: Mapped[Optional[int]] = mapped_column(
        BigInteger, ForeignKey("stocks.id", name="fk_collection_jobs_stock", ondelete="CASCADE")
    )
    priority: Mapped[int] = mapped_column(SmallInteger, server_default=text("5"))
    attempts: Mapped[int] = mapped_column(Count, server_default=text("0"))
    rows_collected: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    error_message: Mapped[Optional[str]] = mapped_column(LongText)
    worker_host: Mapped[Optional[str]] = mapped_column(String(39).with_variant(mysql.CHAR(39), "mysql", "mariadb"))
    scheduled_at: Mapped[datetime] = mapped_column(Moment, default=datetime.utcnow)
    started_at: Mapped[Optional[datetime]] = mapped_column(Moment)
    finished_at: Mapped[Optional[datetime]] = mapped_column(Moment)

    stock: Mapped[Optional[Stock]] = relationship()

    __table_args__ = (
        UniqueConstraint("job_uuid", name="uq_collection_jobs_uuid"),
        CheckConstraint("priority BETWEEN 0 AND 9", name="ck_collection_jobs_priority"),
        CheckConstraint("attempts >= 0", name="ck_collection_jobs_attempts").ddl_if(dialect="sqlite"),
        CheckConstraint(
            "finished_at IS NULL OR started_at IS NOT NULL", name="ck_collection_jobs_finished"
        ),
        Index("idx_jobs_status_priority", status, priority.desc(), "scheduled_at"),
        Index("idx_jobs_stock", "stock_id").ddl_if(dialect="sqlite"),
        Index("idx_jobs_unfinished", "scheduled_at", sqlite_where=text("finished_at IS NULL")),
    )
