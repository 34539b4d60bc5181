from base import ID_LENGTH, Base
from sqlalchemy import Column, String


class Setting(Base):
    __tablename__ = "settings"

    id = Column(String(ID_LENGTH), primary_key=True)
    value = Column(String)
