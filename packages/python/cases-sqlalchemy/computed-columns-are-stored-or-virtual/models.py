from sqlalchemy import Column, Computed, Integer, Numeric, Table, MetaData, Text, func

metadata = MetaData()

boxes = Table(
    "boxes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("name", Text),
    Column("area", Integer, Computed("width * height")),
    Column("stored", Numeric, Computed("width * 2.5", persisted=True)),
    Column("virtual", Integer, Computed("height + 1", persisted=False)),
    Column("lowered", Text, Computed("lower(name)", persisted=True)),
)
