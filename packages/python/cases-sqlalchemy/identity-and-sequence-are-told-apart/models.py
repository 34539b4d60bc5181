from sqlalchemy import BigInteger, Column, Identity, Integer, Sequence, Text
from sqlalchemy.orm import declarative_base

Base = declarative_base()

invoice_number = Sequence("invoice_number_seq", start=1000)


class Shipment(Base):
    __tablename__ = "shipments"

    id = Column(BigInteger, Identity(), primary_key=True)
    note = Column(Text)


class Parcel(Base):
    __tablename__ = "parcels"

    id = Column(Integer, Identity(always=True, start=10, increment=5), primary_key=True)
    position = Column(Integer, Identity(), nullable=False)


class Invoice(Base):
    __tablename__ = "invoices"

    id = Column(Integer, Sequence("invoice_id_seq"), primary_key=True)
    number = Column(Integer, invoice_number, unique=True)
    pages = Column(Integer, Sequence("optional_seq", optional=True))
