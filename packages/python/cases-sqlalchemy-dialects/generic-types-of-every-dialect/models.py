import enum

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"


class Camel(Base):
    __tablename__ = "camel"

    id = sa.Column(sa.Integer, primary_key=True)
    small = sa.Column(sa.SmallInteger)
    big = sa.Column(sa.BigInteger)
    string = sa.Column(sa.String(40))
    collated = sa.Column(sa.String(40, collation="utf8mb4_bin").with_variant(sa.String(40, "NOCASE"), "sqlite"))
    unicode = sa.Column(sa.Unicode(20))
    text = sa.Column(sa.Text)
    short_text = sa.Column(sa.Text(50))
    long_text = sa.Column(sa.Text(100000))
    unicode_text = sa.Column(sa.UnicodeText)
    numeric = sa.Column(sa.Numeric)
    precise = sa.Column(sa.Numeric(12))
    scaled = sa.Column(sa.Numeric(12, 3))
    approximate = sa.Column(sa.Float)
    single = sa.Column(sa.Float(20))
    double_float = sa.Column(sa.Float(53))
    double = sa.Column(sa.Double)
    boolean = sa.Column(sa.Boolean)
    date = sa.Column(sa.Date)
    moment = sa.Column(sa.DateTime)
    zoned = sa.Column(sa.DateTime(timezone=True))
    time = sa.Column(sa.Time)
    interval = sa.Column(sa.Interval)
    precise_interval = sa.Column(sa.Interval(second_precision=3))
    binary = sa.Column(sa.LargeBinary)
    short_binary = sa.Column(sa.LargeBinary(100))
    pickle = sa.Column(sa.PickleType)
    json = sa.Column(sa.JSON)
    uuid = sa.Column(sa.Uuid)
    text_uuid = sa.Column(sa.Uuid(native_uuid=False))
    color = sa.Column(sa.Enum(Color))
    labels = sa.Column(sa.Enum("a", "it's", "back\\slash", name="labels"))
    text_labels = sa.Column(sa.Enum("on", "off", native_enum=False))


class Upper(Base):
    __tablename__ = "upper"

    id = sa.Column(sa.INTEGER, primary_key=True)
    int_ = sa.Column("int", sa.INT)
    smallint = sa.Column(sa.SMALLINT)
    bigint = sa.Column(sa.BIGINT)
    varchar = sa.Column(sa.VARCHAR(30))
    nvarchar = sa.Column(sa.NVARCHAR(30))
    char = sa.Column(sa.CHAR)
    chars = sa.Column(sa.CHAR(3))
    nchar = sa.Column(sa.NCHAR(3))
    text = sa.Column(sa.TEXT)
    numeric = sa.Column(sa.NUMERIC(8, 2))
    decimal = sa.Column(sa.DECIMAL(8, 2))
    bare_decimal = sa.Column(sa.DECIMAL)
    float = sa.Column(sa.FLOAT)
    real = sa.Column(sa.REAL)
    double = sa.Column(sa.DOUBLE)
    double_precision = sa.Column(sa.DOUBLE_PRECISION)
    boolean = sa.Column(sa.BOOLEAN)
    date = sa.Column(sa.DATE)
    datetime = sa.Column(sa.DATETIME)
    timestamp = sa.Column(sa.TIMESTAMP)
    time = sa.Column(sa.TIME)
    blob = sa.Column(sa.BLOB)
    binary = sa.Column(sa.BINARY(16))
    varbinary = sa.Column(sa.VARBINARY(16))
    json = sa.Column(sa.JSON)


class Annotated(Base):
    __tablename__ = "annotated"

    id: Mapped[int] = mapped_column(primary_key=True)
    floating: Mapped[float]
    flag: Mapped[bool]
    data: Mapped[bytes | None]
    color: Mapped[Color]
