class A(Base):
    __table_args__ = (Index("a", "b"), Index("x", "y"))


class B(Base):
    __table_args__ = (
        Index("a", "b"),
    )


class C(Base):
    __table_args__ = (Index("c", "d"),)


class D(Base):
    __table_args__ = (
        Index("a", "b"),
        Index("x", "y"),
        {"schema": "market"},
    )


class E(Base):
    __table_args__ = (Index("x", "y"),)


class F(Base):
    __table_args__ = {
        "schema": "market",
        "comment": "x"
    }


class G(Base):
    __table_args__ = {"schema": "market", "comment": "x"}
