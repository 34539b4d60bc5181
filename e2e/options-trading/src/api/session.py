"""Database sessions of the service."""
import os
from collections.abc import Iterator

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine(os.environ.get("DATABASE_URL", "postgresql+psycopg2://localhost/options_trading"))
sessions = sessionmaker(engine)


def database_session() -> Iterator[Session]:
    """One session per request."""
    with sessions() as session:
        yield session
