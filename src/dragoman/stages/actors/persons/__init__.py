"""Persons: their names, the titles before, behind and instead of them."""
