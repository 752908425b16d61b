"""One imported fact: an actor, with one office at most."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

COLUMNS = ("key", "name", "aliases", "kind", "country", "sector", "office", "start", "end", "wikidata")
KINDS = ("person", "organisation", "government_body", "armed_group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An actor of the user's own, and one office or sector of it; several rows with one key are one actor.

    Args:
        key: of the packaged tables where it is an actor of theirs, else made from the name.
        name: usual name.
        aliases: other names.
        kind: one of KINDS.
        country: ISO alpha-3, "" where none.
        sector: code of `codes.sectors`, "" where none is given.
        office: normalised office, "" where none.
        start: YYYY, YYYY-MM or YYYY-MM-DD, "" where unknown.
        end: likewise; "" where it goes on.
        wikidata: Wikidata id, "" where unknown.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    sector: str
    office: str
    start: str
    end: str
    wikidata: str

    @classmethod
    def of(cls, cells: Sequence[str]) -> "Row":
        """Read a row from its cells."""
        key, name, aliases, kind, country, sector, office, start, end, wikidata = cells
        return cls(
            key=key, name=name, aliases=tuple(filter(None, aliases.split("|"))), kind=kind, country=country,
            sector=sector, office=office, start=start, end=end, wikidata=wikidata,
        )  # fmt: skip

    def cells(self) -> list[str]:
        """Give the row as cells."""
        return ["|".join(cell) if isinstance(cell, tuple) else cell for cell in astuple(self)]
