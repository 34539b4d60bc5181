from sqlalchemy import Column, DateTime, Index, Integer, String, literal_column, text
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Event(Base):
    __tablename__ = "events"
    __table_args__ = (
        Index("events_recent", literal_column("timestamp DESC"), "id"),
        Index("events_camel", text('"userName"')),
    )

    id = Column(Integer, primary_key=True)
    timestamp = Column(DateTime)
    userName = Column(String)
