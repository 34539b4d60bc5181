import re
import uuid

from sqlalchemy import Column, DateTime, Integer, String, func
from sqlalchemy.dialects.postgresql import UUID
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.orm import declarative_base


class ModelBase:
    @declared_attr
    def __tablename__(cls):
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    id = Column(UUID(as_uuid=True), primary_key=True, default=uuid.uuid4)


Base = declarative_base(cls=ModelBase)


class Tracked(Base):
    __abstract__ = True

    created = Column(DateTime, server_default=func.now())
    version = Column(Integer, nullable=False, server_default="1")


class UserGroup(Tracked):
    title = Column(String(20))
    version = None


class AuditTrailEntry(Tracked):
    title = Column(String(50))


class Plain(Base):
    __tablename__ = "plain_things"
    id = Column(Integer, primary_key=True)
