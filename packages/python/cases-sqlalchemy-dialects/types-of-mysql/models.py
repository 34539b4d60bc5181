from sqlalchemy import Column
from sqlalchemy.dialects import mysql
from sqlalchemy.dialects.mysql import BIGINT, INTEGER, LONGTEXT
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Thing(Base):
    __tablename__ = "things"

    id = Column(BIGINT(unsigned=True), primary_key=True, autoincrement=True)
    wide = Column(INTEGER(11))
    unsigned = Column(INTEGER(unsigned=True), nullable=False)
    filled = Column(mysql.INTEGER(5, zerofill=True))
    tiny = Column(mysql.TINYINT)
    flag = Column(mysql.TINYINT(1))
    flag_keyword = Column(mysql.TINYINT(display_width=1))
    tiny_unsigned = Column(mysql.TINYINT(3, unsigned=True))
    small = Column(mysql.SMALLINT(unsigned=True))
    medium = Column(mysql.MEDIUMINT(8))
    decimal = Column(mysql.DECIMAL(10, 2, unsigned=True))
    numeric = Column(mysql.NUMERIC(6))
    double = Column(mysql.DOUBLE)
    double_scaled = Column(mysql.DOUBLE(10, 2))
    real = Column(mysql.REAL)
    float_scaled = Column(mysql.FLOAT(7, 3))
    float_precise = Column(mysql.FLOAT(precision=30))
    bit = Column(mysql.BIT)
    bits = Column(mysql.BIT(8))
    year = Column(mysql.YEAR)
    moment = Column(mysql.DATETIME(fsp=6))
    stamp = Column(mysql.TIMESTAMP(fsp=3))
    stamp_required = Column(mysql.TIMESTAMP, nullable=False)
    clock = Column(mysql.TIME(fsp=2))
    name = Column(mysql.VARCHAR(100, charset="latin1", collation="latin1_german1_ci"))
    code = Column(mysql.CHAR(3))
    national = Column(mysql.NVARCHAR(10))
    tinytext = Column(mysql.TINYTEXT)
    text = Column(mysql.TEXT)
    mediumtext = Column(mysql.MEDIUMTEXT)
    longtext = Column(LONGTEXT(collation="utf8mb4_bin"))
    tinyblob = Column(mysql.TINYBLOB)
    blob = Column(mysql.BLOB)
    mediumblob = Column(mysql.MEDIUMBLOB)
    longblob = Column(mysql.LONGBLOB)
    binary = Column(mysql.BINARY(4))
    varbinary = Column(mysql.VARBINARY(4))
    json = Column(mysql.JSON)
    size = Column(mysql.ENUM("small", "large"))
    options = Column(mysql.SET("a", "b,c".replace(",", "-"), "d'e"))
