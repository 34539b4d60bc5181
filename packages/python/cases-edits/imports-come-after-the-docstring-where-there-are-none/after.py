# A licence.
"""Models."""

from django.db import models

X = 1
