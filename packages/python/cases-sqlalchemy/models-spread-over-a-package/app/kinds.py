import enum


class Kind(enum.Enum):
    RETAIL = 1
    TRADE = 2
