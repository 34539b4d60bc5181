import sqlalchemy as sa
from sqlalchemy import CheckConstraint, Column, Computed, and_, func, not_, or_
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Sale(Base):
    __tablename__ = "sales"

    id = Column(sa.Integer, primary_key=True)
    price = Column(sa.Numeric(10, 2), CheckConstraint("price >= 0"), nullable=False)
    amount = Column(sa.Integer, nullable=False)
    code = Column(sa.String(20))
    note = Column(sa.String(50))
    paid = Column(sa.Boolean)
    sent = Column(sa.Boolean, nullable=False)
    starts = Column(sa.DateTime)
    ends = Column(sa.DateTime)
    total = Column(sa.Numeric(12, 2), Computed("price * amount"))
    stored = Column(sa.Integer, Computed("amount + 1", persisted=True))
    virtual = Column(sa.Integer, Computed("amount + 2", persisted=False))

    __table_args__ = (
        CheckConstraint("amount > 0", name="ck_amount"),
        CheckConstraint(ends > starts, name="ck_span"),
        CheckConstraint(code.in_(["a", "b"]), name="ck_in"),
        CheckConstraint(code.not_in(["c"]), name="ck_not_in"),
        CheckConstraint(code.like("x%"), name="ck_like"),
        CheckConstraint(code.ilike("x%"), name="ck_ilike"),
        CheckConstraint(code.startswith("x"), name="ck_startswith"),
        CheckConstraint(code.contains("x"), name="ck_contains"),
        CheckConstraint(code.regexp_match("^a"), name="ck_regexp"),
        CheckConstraint(amount.between(1, 9), name="ck_between"),
        CheckConstraint(and_(amount > 1, price < 100), name="ck_and"),
        CheckConstraint(or_(amount > 1, price.is_(None)), name="ck_or"),
        CheckConstraint(and_(paid, sent), name="ck_flags"),
        CheckConstraint(or_(not_(paid), ~sent), name="ck_not_flags"),
        CheckConstraint(paid == True, name="ck_equal_true"),  # noqa: E712
        CheckConstraint(paid.is_(False), name="ck_is_false"),
        CheckConstraint(func.length(code) > 2, name="ck_length"),
        CheckConstraint(func.lower(code) == code, name="ck_lower"),
        CheckConstraint(func.coalesce(amount, 0) >= 0, name="ck_coalesce"),
        CheckConstraint(code + note != "ab", name="ck_concat"),
        CheckConstraint(sa.cast(code, sa.Integer) > 3, name="ck_cast"),
        CheckConstraint(sa.cast(amount, sa.String(10)) != "3", name="ck_cast_text"),
        CheckConstraint(sa.extract("year", starts) > 2000, name="ck_extract"),
        CheckConstraint(code.is_distinct_from(note), name="ck_distinct"),
        CheckConstraint(code.is_not_distinct_from(note), name="ck_not_distinct"),
        CheckConstraint(sa.case((amount > 1, 1), else_=2) > 0, name="ck_case"),
        CheckConstraint((amount / 2) > 0, name="ck_divide"),
        CheckConstraint((amount % 2) == 0, name="ck_modulo"),
        CheckConstraint("code <> '' AND (note IS NULL OR amount * 2 > 4)", name="ck_text"),
    )
