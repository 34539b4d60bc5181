from sqlalchemy import Boolean, Column, Enum, ForeignKey, Integer, String, Unicode
from sqlalchemy.ext.declarative import as_declarative, declarative_base, declared_attr
from sqlalchemy.orm import backref, relationship


@as_declarative()
class Base:
    id = Column(Integer, primary_key=True)

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()


class Server(Base):
    host = Column(Unicode(255), nullable=False)
    active = Column(Boolean, default=True)
    state = Column(Enum("up", "down", name="server_state"))


class Disk(Base):
    server_id = Column(Integer, ForeignKey("server.id"))
    server = relationship("Server", backref=backref("disks"))
    size = Column("size_gb", Integer, doc="Gigabytes")
