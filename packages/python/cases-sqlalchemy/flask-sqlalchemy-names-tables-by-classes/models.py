from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData
from sqlalchemy.orm import Mapped, mapped_column

db = SQLAlchemy(metadata=MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}))

roles = db.Table(
    "role_users",
    db.Column("user_id", db.Integer, db.ForeignKey("user_account.id"), primary_key=True),
    db.Column("role_id", db.ForeignKey("role.id"), primary_key=True),
)


class Stamped:
    created = db.Column(db.DateTime, server_default=db.func.now())


class UserAccount(Stamped, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    email = db.Column(db.String(120), unique=True, nullable=False)
    roles = db.relationship("Role", secondary=roles)
    __table_args__ = (db.CheckConstraint("email <> ''", name="email_given"), db.Index("ix_created", "created"))


class Role(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(db.String(20))


class HTTPRequestLog(db.Model):
    __tablename__ = "requests"
    id = db.Column(db.BigInteger, primary_key=True)
    kind = db.Column(db.String)
    __mapper_args__ = {"polymorphic_on": kind}


class SlowRequest(HTTPRequestLog):
    seconds = db.Column(db.Float)
    __mapper_args__ = {"polymorphic_identity": "slow"}


class FailedRequest(HTTPRequestLog):
    __tablename__ = "failed_requests"
    reason = db.Column(db.String)
    __mapper_args__ = {"polymorphic_identity": "failed"}


class ArchivedRequest(HTTPRequestLog):
    id = db.Column(db.ForeignKey("requests.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "archived"}


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
db.init_app(app)
