from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


Base.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Country(Base):
    __tablename__ = "countries"
    __table_args__ = (CheckConstraint("code <> ''", name="code_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(2), unique=True, index=True)
    capital_id: Mapped[int | None] = mapped_column(ForeignKey("countries.id"))


early = MetaData()
before = Table("before", early, Column("id", Integer, primary_key=True))
early.schema = "later"
after = Table("after", early, Column("id", Integer, primary_key=True), UniqueConstraint("id"))
