import sqlalchemy as sa

metadata = sa.MetaData()


def stamps():
    return [
        sa.Column("created", sa.DateTime, server_default=sa.func.now()),
        sa.Column("updated", sa.DateTime),
    ]


def reference(name, target, **options):
    return sa.Column(name, sa.ForeignKey(target), **options)


PREFIX = "shop_"
NAME_LENGTH = 60 * 2

common = (sa.Column("note", sa.Text, comment="free text"),)

customers = sa.Table(
    PREFIX + "customers",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(NAME_LENGTH), nullable=False, key="full_name"),
    *stamps(),
    sa.Index("ix_customer_name", "full_name"),
    comment="Buyers",
)

orders = sa.Table(
    f"{PREFIX}orders",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    reference("customer_id", "shop_customers.id", nullable=False),
    *[sa.Column(f"line_{number}", sa.String) for number in range(1, 4)],
    *common,
    schema=None,
)
orders.append_column(sa.Column("total", sa.Numeric(10, 2)))
orders.append_constraint(sa.CheckConstraint("total >= 0", name="total_not_negative"))

sa.Index("ix_orders_total", orders.c.total.desc(), postgresql_where=orders.c.total > 100)

again = sa.Table("shop_orders", metadata)
