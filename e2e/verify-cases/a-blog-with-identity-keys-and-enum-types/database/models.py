import enum
import uuid
from datetime import datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    Enum,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Text,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class PostState(enum.Enum):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


def values(cls):
    return [member.value for member in cls]


class Author(Base):
    __tablename__ = "author"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    public_id: Mapped[uuid.UUID] = mapped_column(Uuid, unique=True, server_default=func.gen_random_uuid())
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    settings: Mapped[dict] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    joined_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


Index("author_email_lower_key", func.lower(Author.email), unique=True)


class Post(Base):
    __tablename__ = "post"
    __table_args__ = (
        Index(
            "post_live_slug_key",
            "author_id",
            "slug",
            unique=True,
            postgresql_where=text("NOT deleted"),
        ),
        Index("post_tags_idx", "tags", postgresql_using="gin"),
        Index("post_recent_idx", text("published_at DESC NULLS LAST")),
        Index("post_author_idx", "author_id"),
        CheckConstraint("views >= 0", name="post_views_positive"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    author_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("author.id", ondelete="CASCADE"))
    reviewer_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("author.id", ondelete="SET NULL"))
    slug: Mapped[str] = mapped_column(String(80), index=False)
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(40)), server_default="{}")
    views: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    title_length: Mapped[int | None] = mapped_column(Integer, Computed("length(title)", persisted=True))
    published_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    deleted: Mapped[bool] = mapped_column(server_default="f")
    state: Mapped[PostState] = mapped_column(
        Enum(PostState, name="post_state", values_callable=values), server_default="draft"
    )
