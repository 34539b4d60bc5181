import sqlalchemy as sa
from sqlalchemy import FetchedValue, Sequence, func, literal_column, text
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.orm import declarative_base

Base = declarative_base()

ticket = Sequence("ticket_seq", metadata=Base.metadata)


class Setting(Base):
    __tablename__ = "settings"

    id = sa.Column(sa.Integer, primary_key=True)
    constant = sa.Column(sa.String(20), server_default="it's")
    number = sa.Column(sa.Integer, server_default="0")
    number_text = sa.Column(sa.Integer, server_default=text("5"))
    flag = sa.Column(sa.Boolean, server_default=sa.true())
    unflag = sa.Column(sa.Boolean, server_default=sa.false())
    flag_text = sa.Column(sa.Boolean, server_default="t")
    flag_sql = sa.Column(sa.Boolean, server_default=sa.sql.expression.false())
    now = sa.Column(sa.DateTime, server_default=func.now())
    current = sa.Column(sa.DateTime(timezone=True), server_default=func.current_timestamp())
    stamp = sa.Column(sa.DateTime, server_default=text("CURRENT_TIMESTAMP"))
    utc = sa.Column(sa.DateTime, server_default=text("timezone('utc', now())"))
    day = sa.Column(sa.Date, server_default=func.current_date())
    uuid = sa.Column(UUID, server_default=func.gen_random_uuid())
    data = sa.Column(JSONB, server_default=text("'{}'::jsonb"))
    items = sa.Column(sa.ARRAY(sa.Text), server_default="{}")
    literal = sa.Column(sa.Text, server_default=literal_column("'a' || 'b'"))
    price = sa.Column(sa.Numeric(8, 2), server_default="1.50")
    nothing = sa.Column(sa.Text, server_default=text("NULL"))
    clause = sa.Column(sa.Integer, sa.DefaultClause("3"))
    ticket = sa.Column(sa.Integer, server_default=ticket.next_value())
    trigger = sa.Column(sa.Integer, FetchedValue())
    both = sa.Column(sa.Integer, server_default="1", server_onupdate=FetchedValue())
