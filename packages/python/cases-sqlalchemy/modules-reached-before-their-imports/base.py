from configuration import setting
from sqlalchemy.orm import declarative_base

NAME_LENGTH = 40 if setting("names") is None else 80
Base = declarative_base()
ID_LENGTH = 250
