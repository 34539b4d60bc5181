import datetime
import enum

from decimal import Decimal
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from app import db
from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.orm import Mapped


class Kind(enum.Enum):
    NEW = "new"
