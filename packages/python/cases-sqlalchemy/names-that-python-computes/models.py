from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint


def column_names(constraint, table):
    return "_".join(column if isinstance(column, str) else column.name for column in constraint.columns)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_names)s",
        "uq": "uq_%(table_name)s_%(column_names)s",
        "fk": "fk_%(table_name)s_%(column_names)s",
        "pk": "pk_%(table_name)s",
        "column_names": column_names,
    }
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(20), index=True),
    Column("parent_id", ForeignKey("people.id")),
    UniqueConstraint("name", "parent_id"),
)
