from sqlalchemy import Column, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Task(Base):
    __tablename__ = "tasks"
    __table_args__ = {"sqlite_autoincrement": True}
    id = Column(Integer, primary_key=True)
    task_id = Column(String(155), unique=True)
    traceback = Column(Text)


class TaskExtended(Task):
    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("name", "worker"), {"extend_existing": True})
    name = Column(String(155))
    args = Column(LargeBinary)
    worker = Column(String(155), index=True)
