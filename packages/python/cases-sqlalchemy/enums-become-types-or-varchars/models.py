import enum

from sqlalchemy import ARRAY, Column, Enum, Integer, String
from sqlalchemy.dialects.postgresql import ENUM
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Status(enum.Enum):
    DRAFT = "draft"
    LIVE = "live"
    OLD = "old"
    ALIAS = "live"


class Shade(str, enum.Enum):
    dark = "D"
    light = "L"


class Article(Base):
    __tablename__ = "articles"

    id = Column(Integer, primary_key=True)
    status = Column(Enum(Status), nullable=False, default=Status.DRAFT)
    shade: Mapped[Shade]
    stored: Mapped[Shade] = mapped_column(
        Enum(Shade, name="shade_value", values_callable=lambda members: [member.value for member in members])
    )
    kind = Column(Enum("news", "story", name="article_kind"), server_default="news")
    rating = Column(ENUM("low", "high", name="rating"))
    text_status = Column(Enum(Status, native_enum=False))
    checked = Column(Enum("a", "bcd", name="checked_kind", native_enum=False, create_constraint=True))
    wide = Column(Enum(Status, native_enum=False, length=40))
    statuses = Column(ARRAY(Enum(Status)))
    code = Column(String(3))
