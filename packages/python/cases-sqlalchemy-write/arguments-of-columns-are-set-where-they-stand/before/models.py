import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"

    id = sa.Column(sa.Integer(), primary_key=True)
    name = sa.Column(
        sa.String(50),  # as printed
        nullable=False
    )
    code = sa.Column(sa.String(10))
    price = sa.Column(sa.Numeric(8, 2), server_default="0", info={"unit": "EUR"})
    amount = sa.Column(sa.Integer(), nullable=False, default=0)
    seen = sa.Column(sa.DateTime())
    note = sa.Column(sa.Text())
    total = sa.Column(sa.Integer(), sa.Computed("id * 2", persisted=True))


class Part(Base):
    __tablename__ = "parts"

    id: Mapped[int] = mapped_column(sa.BigInteger(), sa.Identity(), primary_key=True)
    name: Mapped[str]
    size: Mapped[int | None] = mapped_column(sa.Integer())
    weight: Mapped[float] = mapped_column()
    item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("items.id"))
