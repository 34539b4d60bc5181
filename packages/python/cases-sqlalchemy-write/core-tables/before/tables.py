import sqlalchemy as sa

metadata = sa.MetaData()

users = sa.Table(
    "users", metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(50), nullable=False),  # shown everywhere
    sa.Column("age", sa.Integer),
    sa.Index("idx_users_name", "name"),
)

groups = sa.Table("groups", metadata, sa.Column("id", sa.Integer, primary_key=True))
