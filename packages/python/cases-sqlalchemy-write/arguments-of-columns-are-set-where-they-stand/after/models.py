from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"

    id = sa.Column(sa.Integer(), primary_key=True)
    name = sa.Column(
        sa.String(80),  # as printed
        nullable=False
    )
    code = sa.Column(sa.String(10), nullable=False)
    price = sa.Column(sa.Numeric(10, 2), server_default="1", info={"unit": "EUR"})
    amount = sa.Column(sa.BigInteger(), nullable=True, default=0)
    seen = sa.Column(sa.DateTime(timezone=True), server_default=sa.func.now())
    note = sa.Column(sa.Text(), comment='What the "owner" says')
    total = sa.Column(sa.Integer(), sa.Computed("id * 2", persisted=True))

    __table_args__ = {"comment": "Things for sale"}


class Part(Base):
    __tablename__ = "parts"
    __table_args__ = (sa.UniqueConstraint("name", name="uq_parts_name"),)

    id: Mapped[int] = mapped_column(sa.BigInteger(), sa.Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(20))
    size: Mapped[int] = mapped_column(sa.Integer(), unique=True)
    weight: Mapped[Decimal | None] = mapped_column(sa.Numeric(6, 3), server_default="1.5")
    item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("items.id"))
