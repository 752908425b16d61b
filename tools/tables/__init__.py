"""Builders of the packaged tables, one file a table."""
