import datetime
from decimal import Decimal

from django.core.validators import MaxValueValidator
from django.core.validators import MinLengthValidator
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case

from app.base import Base
from app.base import Thing

x = 1
