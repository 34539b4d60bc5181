from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Company(Base):
    __tablename__ = "companies"

    id = Column(BigInteger, primary_key=True)
    code = Column(String(12), unique=True, nullable=False)
    parent_id = Column(ForeignKey("companies.id", ondelete="SET NULL"))
    children = relationship("Company")


class Employee(Base):
    __tablename__ = "employees"

    id = Column(Integer, primary_key=True)
    company_id = Column(BigInteger, ForeignKey("companies.id", name="employee_company", ondelete="cascade", onupdate="CASCADE"))
    by_column = Column(ForeignKey(Company.code))
    by_table = Column(ForeignKey(Company.__table__.c.id, deferrable=True, initially="DEFERRED"))
    boss_id = Column(Integer, ForeignKey("employees.id", use_alter=True, name="employee_boss"))
    code = Column(ForeignKey("companies.code"), unique=True)


class Badge(Base):
    __tablename__ = "badges"

    employee_id = Column(Integer, ForeignKey(Employee.id), primary_key=True)

    __mapper_args__ = {"confirm_deleted_rows": False}


class Named(Base):
    __tablename__ = "named"
    __table_args__ = (Index("named_parent_id_fkey", "parent_id"),)

    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("named.id"))
