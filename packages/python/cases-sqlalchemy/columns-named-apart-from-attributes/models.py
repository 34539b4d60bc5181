from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql import quoted_name


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "Customer Accounts"
    __table_args__ = (UniqueConstraint("Code"), Index("ix Mixed", "select"))

    id: Mapped[int] = mapped_column("CustomerID", primary_key=True)
    code: Mapped[str] = mapped_column("Code", String(8))
    word = Column("select", String, index=True)
    quoted = Column(quoted_name("Group", True), Integer, unique=True)
    keyed = Column("long_column_name", Integer, key="short")


class Purchase(Base):
    __tablename__ = "purchases"
    __table_args__ = (ForeignKeyConstraint(["customer_code"], ["Customer Accounts.Code"]),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("Customer Accounts.CustomerID"))
    customer_code: Mapped[str] = mapped_column(String(8))


class Verbose(Base):
    __tablename__ = "verbose"

    id = Column(Integer, primary_key=True)
    number_of_times_observed_without_additional_documents_to_be_migrated = Column(Integer, index=False, nullable=False)
