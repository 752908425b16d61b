"""Packaged tables of facts and their look-ups."""
