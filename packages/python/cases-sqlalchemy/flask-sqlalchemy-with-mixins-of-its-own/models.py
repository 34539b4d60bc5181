from flask_sqlalchemy import SQLAlchemy as FlaskSQLAlchemy
from sqlalchemy import Column, DateTime, MetaData, func

metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s"})


class Timestamp:
    created = Column(DateTime, server_default=func.now(), nullable=False)


class Named:
    name = Column(DateTime)


class SQLAlchemy(FlaskSQLAlchemy):
    def __getattr__(self, name):
        if name == "Timestamp":
            return Timestamp
        return super().__getattr__(name)


db = SQLAlchemy(metadata=metadata)
db.Named = Named


class Role(db.Model, db.Timestamp, db.Named):
    id = db.Column(db.Integer, primary_key=True)
