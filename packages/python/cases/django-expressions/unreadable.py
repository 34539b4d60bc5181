"""Conditions that cannot be rendered from text: each with the reason that is given."""

from django.db.models import Exists, F, Func, OuterRef, Q, Subquery, Value, Window
from django.db.models.functions import JSONObject, Lower, RowNumber

from elsewhere import LIMIT, Special


class Computed(Func):
    def as_sql(self, compiler, connection):
        return "random()", []


CONDITIONS = [
    (Q(nothing=1), 'the model has no field "nothing" with a column'),
    (Q(parent__price__gt=0), '"price" is no lookup or transform known here'),
    (Q(price__fuzzy=1), '"fuzzy" is no lookup or transform known here'),
    (Q(price__gte=LIMIT), "elsewhere"),
    (Q(price__gte=None), "gte is given None"),
    (Q(status__in=[]), "an empty list"),
    (Q(status__in=5), "not a constant list"),
    (Q(status__isnull=1), "True or False"),
    (Q(status__range=("a", "b", "c")), "two bounds"),
    (Q(**LIMIT), "not known"),
    (Q(), "an empty Q"),
    (Q(Exists(F("price"))), "Exists is not understood"),
    (Q(price=Subquery(F("price"))), "Subquery is not understood"),
    (Q(price=OuterRef("price")), "OuterRef is not understood"),
    (Q(price=Special("price")), "Special"),
    (Q(price=Computed("price")), "Computed makes its SQL in as_sql()"),
    (Q(price=Func(F("price"), template="%(missing)s")), "its template asks for %(missing)s"),
    (Q(data=JSONObject(a=Value(1))), "JSONObject is not understood"),
    (Q(price=Window(RowNumber())), "Window is not understood"),
    (Lower("symbol"), "is not a condition"),
    (5, "is not a condition"),
    (F("price") > 5, "operator >"),
]
