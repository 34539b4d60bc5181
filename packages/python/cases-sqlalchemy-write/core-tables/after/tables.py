import sqlalchemy as sa

metadata = sa.MetaData()

users = sa.Table(
    "users", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("full_name", sa.String(50), nullable=False),  # shown everywhere
    sa.Column("age", sa.Integer, nullable=False),
    sa.Column("email", sa.Text, nullable=False, server_default=""),
    sa.Column("group_id", sa.Integer, sa.ForeignKey("groups.id", ondelete="SET NULL")),
    sa.CheckConstraint("age > 17", name="grown"),
    sa.Index("idx_users_age", "age"),
)

groups = sa.Table(
    "groups",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("title", sa.String(30)),
    comment="Circles of users",
)

tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
    sa.Column("key", sa.Uuid, primary_key=True),
)
