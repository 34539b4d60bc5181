"""A Fund is nothing here."""
FUND = "Fund"
