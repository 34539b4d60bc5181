import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, Index, Integer, Numeric, String, and_, case, cast, extract, func, literal, not_, or_
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Sale(Base):
    __tablename__ = "sales"

    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
    tax: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(10))
    made = Column(sa.DateTime)
    paid = Column(sa.Boolean)
    data = Column(sa.JSON)


Sale.__table__.append_constraint(CheckConstraint(Sale.__table__.c.price + Sale.__table__.c.tax < 1000, name="price_and_tax"))

Index("ix_sales_and", Sale.price, postgresql_where=and_(Sale.price > 5, Sale.tax.is_not(None)))
Index("ix_sales_or", Sale.price, postgresql_where=or_(Sale.kind == "a", not_(Sale.paid)))
Index("ix_sales_amp", Sale.price, postgresql_where=(Sale.price >= 5) & (Sale.kind != "b") | Sale.paid)
Index("ix_sales_in", Sale.price, postgresql_where=Sale.kind.in_(["a", "b"]))
Index("ix_sales_none", Sale.price, postgresql_where=Sale.tax == None)  # noqa: E711
Index("ix_sales_between", Sale.price, postgresql_where=Sale.price.between(1, 5))
Index("ix_sales_case", func.coalesce(case((Sale.price > 5, "high"), else_="low"), "none"))
Index("ix_sales_extract", extract("year", Sale.made))
Index("ix_sales_coalesce", func.coalesce(Sale.tax, 0))
Index("ix_sales_math", Sale.price * 2 - 1)
Index("ix_sales_cast", cast(Sale.price, Numeric))
Index("ix_sales_concat", Sale.kind + "-x")
Index("ix_sales_trunc", func.date_trunc("day", Sale.made))
Index("ix_sales_like", Sale.price, postgresql_where=Sale.kind.like("a%"))
Index("ix_sales_starts", Sale.price, postgresql_where=Sale.kind.startswith("a"))
Index("ix_sales_op", Sale.price, postgresql_where=Sale.kind.op("~")("^a"))
Index("ix_sales_distinct", Sale.price, postgresql_where=Sale.tax.is_distinct_from(3))
Index("ix_sales_paid", Sale.price, postgresql_where=Sale.paid)
Index("ix_sales_true", Sale.price, postgresql_where=Sale.paid.is_(True))
Index("ix_sales_equal_true", Sale.price, postgresql_where=Sale.paid == True)  # noqa: E712
