import datetime
import enum

from secrets import token_urlsafe
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa
from app import db
from sqlalchemy.orm import Mapped


class Kind(enum.Enum):
    NEW = "new"
