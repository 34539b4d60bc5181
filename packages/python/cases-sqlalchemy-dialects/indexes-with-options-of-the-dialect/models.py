import sqlalchemy as sa
from sqlalchemy import Column, Index
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Article(Base):
    __tablename__ = "articles"
    __table_args__ = (
        Index("ix_prefix", "title", mysql_length=10, mariadb_length=10),
        Index("ix_prefixes", "title", "slug", mysql_length={"title": 5}, mariadb_length={"title": 5}),
        Index("ix_unique_prefix", "slug", unique=True, mysql_length=7, mariadb_length=7),
        Index("ix_full", "title", mysql_prefix="FULLTEXT", mariadb_prefix="FULLTEXT"),
        Index("ix_hash", "rank", mysql_using="hash", postgresql_using="hash"),
        Index("ix_where", "rank", "id", sqlite_where=sa.text("rank > 5"), postgresql_where=sa.text("rank > 6")),
        Index("ix_pg", "slug", postgresql_using="gin", postgresql_ops={"slug": "gin_trgm_ops"}),
        Index("ux_rank_slug", "rank", "slug", unique=True),
        Index("ix_desc", sa.desc("rank"), "slug"),
        sa.UniqueConstraint("title", "rank", name="uq_title_rank"),
        sa.UniqueConstraint("rank"),
    )

    id = Column(sa.Integer, primary_key=True)
    title = Column(sa.String(200), index=True)
    slug = Column(sa.String(50), unique=True, index=True)
    rank = Column(sa.Integer)
    code = Column(sa.String(20), unique=True)


Index("ix_where_expression", Article.rank, sqlite_where=Article.rank.is_not(None))
