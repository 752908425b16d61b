"""Controlled vocabularies: PLOVER, CAMEO, countries, sectors."""
