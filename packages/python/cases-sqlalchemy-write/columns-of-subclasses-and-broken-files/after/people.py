from sqlalchemy import Column, Integer, SmallInteger, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Person(Base):
    __tablename__ = "staff"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}


class Engineer(Person):
    grade = Column(SmallInteger)
    __mapper_args__ = {"polymorphic_identity": "engineer"}
