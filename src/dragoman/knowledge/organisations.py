"""Knows organisations: international bodies, ministries, armies, parties, armed groups and media."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.sectors import plover
from dragoman.knowledge.fold import fold
from dragoman.knowledge.own import Row, imported
from dragoman.knowledge.table import rows

_COLUMNS = ("key", "name", "aliases", "kind", "country", "sector", "cameo", "finer")
_REMEMBERED = 1 << 15
_SECTORS = {"organisation": "UNK", "government_body": "GOV", "armed_group": "REB"}  # where the user gives none


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation of the tables.

    Args:
        key: unique ("hezbollah").
        name: as English news has it.
        aliases: other names and short forms.
        kind: `organisation`, `government_body`, `armed_group` or `accord` (a treaty, which does not act).
        country: ISO alpha-3, None where it belongs to no single state.
        sector: recorded sector; a party counts as opposition here, and by the day in `resolve`.
        cameo: CAMEO actor code, None where none is known.
        finer: finer sector (`codes.sectors`: PTY, SPY, EDU...), None where there is none.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str
    cameo: str | None
    finer: str | None = None


class Organisations:
    """All organisations by every form of their names.

    Args:
        table: the packaged ones.
        own: what the user imported; it outranks the packaged ones.
    """

    def __init__(self, table: Iterable[Organisation], own: Iterable[Organisation] = ()) -> None:
        self._keys: dict[str, Organisation] = {}
        self._exact: dict[str, Organisation] = {}
        self._folded: dict[str, Organisation] = {}
        for entry in own:
            self._add(entry)
        for entry in table:
            self._add(entry)
        # reports name the same few thousand forms over and over
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _add(self, entry: Organisation) -> None:
        """Add an organisation; one that has its key or a form of it already stays before it."""
        first = self._keys.setdefault(entry.key, entry)
        for form in (entry.name, *entry.aliases):
            bare = _bare(form)
            self._exact.setdefault(bare, first)
            if not _short(bare):
                self._folded.setdefault(fold(bare), first)

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self._keys.values())

    def get(self, key: str) -> Organisation | None:
        """Give an organisation by key."""
        return self._keys.get(key)

    def find(self, form: str) -> Organisation | None:
        """Tell which organisation a form names.

        Short forms ("UN", "WHO", "AP", "Isis") count only as written; in longer names case and marks
        are passed over, yet one capital letter is wanted, so that "white house" is a house that is white.
        """
        return self._found(form)

    def _find(self, form: str) -> Organisation | None:
        bare = _bare(form)
        found = self._exact.get(bare)
        if found is None and bare != bare.lower() and not _short(bare):
            found = self._folded.get(fold(bare))
        return found


def _bare(form: str) -> str:
    plain = " ".join(form.replace("\u2019", "'").split())
    return plain[4:] if plain[:4].lower() == "the " else plain


def _short(form: str) -> bool:
    return len(form.replace(".", "")) <= 5 and " " not in form


def _organisation(cells: list[str]) -> Organisation:
    key, name, aliases, kind, country, sector, cameo, finer = cells
    return Organisation(
        key=key,
        name=name,
        aliases=tuple(filter(None, aliases.split("|"))),
        kind=kind,
        country=country or None,
        sector=sector,
        cameo=cameo or None,
        finer=finer or None,
    )


def _own(row: Row) -> Organisation:
    recorded = plover(row.sector) if row.sector else _SECTORS[row.kind]
    return Organisation(
        key=row.key, name=row.name, aliases=row.aliases, kind=row.kind, country=row.country or None, sector=recorded,
        cameo=None, finer=row.sector if row.sector not in ("", recorded) else None,
    )  # fmt: skip


def _packaged() -> Iterator[Organisation]:
    return (_organisation(cells) for cells in rows("organisations.tsv", _COLUMNS))


def packaged_organisations() -> Organisations:
    """Give the packaged organisations alone, whatever the user imported."""
    return Organisations(_packaged())


@lru_cache(maxsize=1)
def organisations() -> Organisations:
    """Give the packaged table of organisations, read once."""
    return Organisations(_packaged(), [_own(row) for row in imported() if row.kind != "person"])
