from sqlalchemy import (
    REAL,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    String,
    Table,
)

metadata = MetaData()

meters = Table(
    "meters",
    metadata,
    Column("serial_number", String(20), primary_key=True),
    Column("installed_on", Date, nullable=False),
    Column("latitude", Numeric(9, 6)),
    Column("longitude", Numeric(9, 6)),
    Column("is_smart", Boolean, nullable=False, default=False),
)

readings = Table(
    "readings",
    metadata,
    Column("meter_serial", String(20), ForeignKey("meters.serial_number"), primary_key=True),
    Column("taken_at", DateTime, primary_key=True),
    Column("kwh", Double, nullable=False),
    Column("quality", SmallInteger, nullable=False, server_default="1"),
    Index("readings_taken_at_idx", "taken_at"),
)

tariffs = Table(
    "tariffs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50), nullable=False, unique=True),
    Column("cents_per_kwh", Numeric(6, 2), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("weight", REAL),
)
