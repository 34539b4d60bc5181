from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table

metadata = MetaData()


def create_tables(metadata, prefix):
    users = Table(f"{prefix}_users", metadata, Column("id", Integer, primary_key=True), Column("name", String(20)))
    Table(f"{prefix}_groups", metadata, Column("id", Integer, primary_key=True))
    Index(f"{prefix}_users_name", users.c.name)
    return users


create_tables(metadata, "app")
create_tables(metadata, "old")

for kind in ("red", "blue"):
    table = Table(kind, metadata, Column("user_id", ForeignKey("app_users.id"), primary_key=True))


def model(name, base_metadata):
    from sqlalchemy.orm import declarative_base

    class Model(declarative_base(metadata=base_metadata)):
        __tablename__ = name
        id = Column(Integer, primary_key=True)

    return Model


First = model("first", metadata)
Second = model("second", metadata)
