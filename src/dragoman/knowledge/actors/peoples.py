"""Peoples and movements that act under a name that is no state's ("Kurds")."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("form", "name", "country", "sector")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A people under one of its forms.

    Args:
        form: as written.
        name: how the group is called.
        country: ISO 3166 alpha-3 of its usual state, "" where it lives in several.
        sector: PLOVER sector.
    """

    form: str
    name: str
    country: str
    sector: str


@cache
def peoples() -> Mapping[str, People]:
    """Load the table of peoples by form, once."""
    return {row["form"]: People(**row) for row in rows("peoples.tsv", COLUMNS)}
