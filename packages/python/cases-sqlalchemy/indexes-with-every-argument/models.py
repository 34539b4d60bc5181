from sqlalchemy import Boolean, Column, DateTime, Index, Integer, String, Text, cast, desc, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Document(Base):
    __tablename__ = "documents"

    id = Column(Integer, primary_key=True)
    title = Column(String(200), nullable=False)
    body = Column(Text)
    owner_id = Column(Integer)
    created = Column("created_at", DateTime)
    deleted = Column(Boolean, nullable=False)
    tags = Column(ARRAY(String))
    data = Column(JSONB)
    search = Column(TSVECTOR)

    __table_args__ = (
        Index("ix_documents_title_owner", "title", "owner_id", unique=True),
        Index("ix_documents_owner_created", owner_id, created.desc()),
        Index("ix_documents_lower", func.lower(title)),
        Index("ix_documents_text", text("lower(body) DESC NULLS LAST")),
        Index("ix_documents_live", "title", postgresql_where=deleted.is_(False)),
        Index("ix_documents_recent", "created_at", postgresql_where=text("owner_id > 10 AND NOT deleted")),
        Index("ix_documents_data", "data", postgresql_using="gin", postgresql_ops={"data": "jsonb_path_ops"}),
        Index("ix_documents_tags", tags, postgresql_using="gin"),
        Index("ix_documents_search", "search", postgresql_using="GIN"),
        Index("ix_documents_cover", "owner_id", postgresql_include=["title", "created_at"]),
        Index("uq_documents_body", "body", unique=True, postgresql_nulls_not_distinct=True),
        Index("ix_documents_pattern", "title", postgresql_ops={"title": "varchar_pattern_ops"}),
        Index("ix_documents_labelled", func.upper(title).label("upper_title"), postgresql_ops={"upper_title": "text_pattern_ops"}),
        Index("ix_documents_path", data["a"].astext),
        Index("ix_documents_cast", cast(owner_id, String)),
        Index("ix_documents_hash", "title", postgresql_using="hash", postgresql_with={"fillfactor": 50}),
        Index(None, "owner_id", "deleted"),
        Index("ix_documents_collated", title.collate("C")),
        Index("ix_documents_nulls", desc(created).nulls_last(), "id"),
    )


Index("ix_documents_outside", Document.owner_id, Document.title.desc().nulls_last())
Index("ix_documents_outside_lower", func.lower(Document.body), postgresql_where=Document.owner_id.isnot(None))
