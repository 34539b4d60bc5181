import re
from django.core import validators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.deconstruct import deconstructible

def even(value):
    if value % 2:
        raise ValidationError("odd")

@deconstructible
class Multiple:
    def __init__(self, of, *, strict=False):
        self.of = of
    def __call__(self, value):
        pass
    def __eq__(self, other):
        return self.of == other.of

class Stock(models.Model):
    symbol = models.CharField(max_length=10, validators=[RegexValidator(r"^[A-Z]+\Z", "Upper", code="up"), validators.MinLengthValidator(2, message="short")])
    price = models.IntegerField(null=True, validators=(MinValueValidator(0), MaxValueValidator(limit_value=10), even, Multiple(3, strict=True)))
    slug = models.CharField(max_length=9, default="", validators=[validators.validate_slug, validators.validate_email, validators.integer_validator])
    csv = models.CharField(max_length=9, default="", validators=[validators.validate_comma_separated_integer_list, validators.FileExtensionValidator(["pdf"])])
    pattern = models.CharField(max_length=9, default="", validators=[RegexValidator(regex=re.compile("a.b", re.I | re.S), inverse_match=True)])
