from sqlalchemy import Column, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import declarative_base, relationship


class Helpers:
    """Says that there is a `metadata`, for those who read the class."""

    metadata = None


Named = declarative_base(cls=Helpers, metadata=MetaData(naming_convention={"pk": "pk_%(table_name)s"}))
Plain = declarative_base(cls=Helpers)


class Volume(Named):
    __tablename__ = "volumes"
    id = Column(Integer, primary_key=True)
    name = Column(String(30), unique=True)


class Snapshot(Plain):
    __tablename__ = "snapshots"
    id = Column(Integer, primary_key=True)


class SnapshotMetadata(Plain):
    __tablename__ = "snapshot_metadata"
    id = Column(Integer, primary_key=True)
    snapshot_id = Column(Integer, ForeignKey("snapshots.id"))


Snapshot.metadata = relationship(SnapshotMetadata)
