import sqlalchemy as sa
from alembic import op

revision = "0001"


def upgrade():
    op.create_table("kept", sa.Column("id", sa.Integer, primary_key=True))


old = sa.Table("kept_before", sa.MetaData(), sa.Column("id", sa.Integer))
