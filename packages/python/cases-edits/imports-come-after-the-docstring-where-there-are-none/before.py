# A licence.
"""Models."""

X = 1
