from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()

role_maps = {}
for entity in ("user", "group"):
    table = Table(
        f"{entity}_role_map",
        Base.metadata,
        Column(f"{entity}_id", ForeignKey(f"{entity}s.id", ondelete="CASCADE"), primary_key=True),
        Column("role_id", ForeignKey("roles.id"), primary_key=True),
        Column("managed", Boolean, nullable=False),
    )
    role_maps[entity] = type(entity.title() + "RoleMap", (Base,), {"__table__": table})

logs = [Table(f"log_{year}", Base.metadata, Column("line", String)) for year in (2024, 2025)]


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)


class Group(Base):
    __tablename__ = "groups"
    id = Column(Integer, primary_key=True)


class Role(Base):
    __tablename__ = "roles"
    id = Column(Integer, primary_key=True)
