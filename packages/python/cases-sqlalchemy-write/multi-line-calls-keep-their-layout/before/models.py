from sqlalchemy import (
	BigInteger,
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
		{'comment': 'What is bought'}
	)

	id = Column(BigInteger, primary_key=True)
	total = Column(Numeric(10, 2),
	               server_default=text('0'),  # cents too
	               nullable=False)
	state = Column(
		String(20),
		server_default='new',
		nullable=False
	)
	placed_at = Column(
		TIMESTAMP(timezone=True),
		server_default=text('now()'),
		nullable=False,
	)

	@property
	def is_done(self):
		return self.state == 'done'
