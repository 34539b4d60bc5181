from sqlalchemy import DDL, CheckConstraint, Column, Integer, String, Table, event
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Item(Base):
    __tablename__ = "items"

    id = Column(Integer, primary_key=True)
    code = Column(String(20))
    price = Column(Integer)


tags = Table("tags", Base.metadata, Column("name", String(40)))

CheckConstraint("price > 0", name="items_price_positive", table=Item.__table__)

event.listen(
    Base.metadata,
    "before_create",
    DDL("CREATE SCHEMA IF NOT EXISTS shop").execute_if(dialect="postgresql"),
)
event.listen(
    Item.__table__,
    "after_create",
    DDL("CREATE UNIQUE INDEX items_lower ON %(fullname)s (lower(code))").execute_if(dialect="postgresql"),
)
event.listen(
    Item.__table__,
    "after_create",
    DDL("CREATE UNIQUE INDEX items_nowhere ON %(fullname)s (code)").execute_if(dialect=("oracle", "mssql")),
)
event.listen(
    tags,
    "after_create",
    DDL("ALTER TABLE %(table)s ADD CONSTRAINT named CHECK (name NOT LIKE '%%;%%')").execute_if(
        dialect="postgresql"
    ),
)
