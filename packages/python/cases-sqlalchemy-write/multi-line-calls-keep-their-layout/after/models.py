from sqlalchemy import (
	BigInteger,
	Boolean,
	CheckConstraint, Column, Index, Numeric, String,
	text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Order(Base):
	__tablename__ = 'orders'
	__table_args__ = (
		CheckConstraint('total >= 0',
		                name='total_positive'),
		Index('idx_orders_state', 'state', text('placed_at DESC')),
		Index('idx_orders_placed', text('placed_at DESC')),
		CheckConstraint("state IN ('done', 'open')", name='known_state'),
		{'comment': 'What was bought'}
	)

	id = Column(BigInteger, primary_key=True)
	total = Column(Numeric(10, 2),
	               nullable=False)
	state = Column(
		String(30),
		server_default='open',
		nullable=False
	)
	placed_at = Column(
		TIMESTAMP(timezone=True),
		server_default=text('now()'),
		nullable=False,
	)
	shipped_at = Column(TIMESTAMP(timezone=True), nullable=True)
	paid = Column(Boolean, server_default=text('false'), nullable=False)

	@property
	def is_done(self):
		return self.state == 'done'
