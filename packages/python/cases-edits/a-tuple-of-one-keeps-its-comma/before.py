class A(Base):
    __table_args__ = (Index("a", "b"),)


class B(Base):
    __table_args__ = (
        Index("a", "b"),
        Index("c", "d"),
    )


class C(Base):
    __table_args__ = (Index("a", "b"), Index("c", "d"))


class D(Base):
    __table_args__ = (
        Index("a", "b"),
        {"schema": "market"},
    )


class E(Base):
    __table_args__ = ()


class F(Base):
    __table_args__ = {
        "schema": "market",
        "comment": "x"
    }


class G(Base):
    __table_args__ = {"schema": "market"}
