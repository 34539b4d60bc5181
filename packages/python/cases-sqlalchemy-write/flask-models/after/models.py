from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.dialects.postgresql import JSONB

db = SQLAlchemy()


class User(db.Model):
	id = db.Column(db.Integer, primary_key=True)
	email = db.Column(db.String(120), unique=True, nullable=False)
	points = db.Column(db.Integer, index=True, nullable=False, server_default="0")
	prefs = db.Column(JSONB, nullable=True)
	referrer_id = db.Column(db.Integer, db.ForeignKey("user.id"), nullable=True)


class ApiKey(db.Model):
	__tablename__ = "api_keys"

	id = db.Column(db.BigInteger, primary_key=True)
	user_id = db.Column(
		db.Integer, db.ForeignKey("user.id", ondelete="CASCADE"), nullable=False
	)
	key = db.Column(db.Text, unique=True, nullable=False)

	__table_args__ = (db.Index("idx_api_keys_user", "user_id"),)
