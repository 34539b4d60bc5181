from sqlalchemy import Column, Index, String


class Stock:
    # A remark may go on for as long as it likes, since nobody breaks it: this one does so, and goes on.
    symbol = Column(String, default=None)  # noqa: E501, which is what checkers want to see here at times
    explanation = (
        "a text that stands on a line of its own cannot be broken, so it says nothing of the others"
    )
    __table_args__ = (
        Index("stock_symbol", "symbol"),
        Index("stock_symbol_and_explanation", "symbol", "explanation", unique=True),
    )
