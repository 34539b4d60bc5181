from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.ext.declarative import AbstractConcreteBase
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Vehicle(Base):
    __tablename__ = "vehicles"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10))
    plate = Column(String(10), unique=True)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "vehicle"}


class Car(Vehicle):
    __tablename__ = "cars"
    id = Column(Integer, ForeignKey("vehicles.id", ondelete="CASCADE"), primary_key=True)
    doors = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "car"}


class SportsCar(Car):
    __tablename__ = "sports_cars"
    id = Column(ForeignKey("cars.id"), primary_key=True)
    spoiler = Column(String)
    __mapper_args__ = {"polymorphic_identity": "sports"}


class Taxi(Car):
    fare = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "taxi"}


class Boat(Vehicle):
    __tablename__ = "boats"
    id = Column(Integer, primary_key=True)
    plate = Column(String(5))
    __mapper_args__ = {"concrete": True}


class Animal(AbstractConcreteBase, Base):
    strict_attrs = True
    name = Column(String(30), nullable=False)


class Cat(Animal):
    __tablename__ = "cats"
    id = Column(Integer, primary_key=True)
    lives = Column(Integer)
    __mapper_args__ = {"concrete": True, "polymorphic_identity": "cat"}
