"""Which events an export takes, and the tables in DuckDB that its SQL joins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters
from dragoman.ask.index import literal
from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types, quad, score
from dragoman.knowledge.countries import countries

if TYPE_CHECKING:
    import pyarrow

_NUMBERS = count(1)
_WIDER = {"ACCUSE": "110"}
"""Types of two CAMEO roots of which the first is the narrower: 09 investigate, 11 disapprove."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Events chosen for an export; make it with `select`.

    Args:
        record: the record.
        chosen: name of the table with their ids.
        text: whether words of reports may be passed on.
        asked: the filters, as they were given.
        one_a_day: whether events of the same kind between the same on the same day were told once.
    """

    record: Questions
    chosen: str
    text: bool
    asked: EventFilters
    one_a_day: bool

    def sql(self, name: str) -> str:
        """Give a packaged query over these events."""
        return self.fill(_written(name))

    def fill(self, query: str) -> str:
        """Put the tables that queries share in place of `$common` and `$chosen`."""
        return query.replace("$common", _written("common")).replace("$chosen", self.chosen)

    def rows(self, query: str) -> Iterator[dict[str, Any]]:
        """Ask in SQL, row after row."""
        return self.record.reader.sql_rows(query)

    def table(self, query: str) -> "pyarrow.Table":
        """Ask in SQL and give Arrow."""
        return self.record.table(query)

    def copy(self, query: str, target: Path, how: str) -> int:
        """Write the rows of a query to a file.

        Args:
            query: the rows.
            target: the file.
            how: options of DuckDB's `copy` ("format parquet").

        Returns:
            How many rows.
        """
        cursor = self.record.reader.connection().cursor()
        done = cursor.execute(f"copy ({query}) to {literal(target)} ({how})").fetchone()
        return int(done[0]) if done else 0


def select(
    record: Questions,
    *,
    no_text: bool = False,
    one_a_day: bool = False,
    actual: bool = False,
    **asked: Unpack[EventFilters],
) -> Selection:
    """Choose events for an export.

    Args:
        record: the record.
        no_text: leave out all words of reports.
        one_a_day: take one event of the same type between the same participants on the same day.
        actual: leave out what is planned, conditional or denied, unless a status is asked for.
        asked: the filters of `Questions.events`.

    Returns:
        The selection.

    Raises:
        UsageError: an unknown name, filter or value, or an impossible day.
    """
    filters: EventFilters = {**asked}
    if actual and not asked.get("status"):
        filters["status"] = "actual"
    conditions = record.conditions(**filters)
    name = f"chosen_{next(_NUMBERS)}"
    query = f"select e.id from listed e where {conditions.sql()}"
    if one_a_day:
        query += (
            " qualify since is null or row_number() over (partition by since, until, type, list_sort(actors), "
            "list_sort(recipients) order by len(mentions) desc, id) = 1"
        )
    connection = record.reader.connection().cursor()
    connection.execute(f"create or replace table {name} as {query} order by e.id", conditions.values)
    _offer_codes(record)
    return Selection(record=record, chosen=name, text=not no_text, asked=asked, one_a_day=one_a_day)


def _offer_codes(record: Questions) -> None:
    """Put the code tables at hand that exports join: states, CAMEO, PLOVER types and modes."""
    states = {state["iso3"]: state for state in _states()}
    named = [(state.iso3, state.name) for state in countries()]
    record.reader.offer(
        "states",
        {
            "iso3": [iso3 for iso3, _ in named],
            "name": [name for _, name in named],
            "fips": [states.get(iso3, {}).get("fips") or None for iso3, _ in named],
            "cow": [states.get(iso3, {}).get("cow") or None for iso3, _ in named],
        },
    )
    codes = cameo().values()
    record.reader.offer(
        "cameo_codes",
        {
            "code": [c.code for c in codes],
            "name": [c.name for c in codes],
            "quad": [c.quad for c in codes],
            "goldstein": [c.goldstein for c in codes],
        },
    )
    record.reader.offer("plover_codes", _plover())


def _plover() -> dict[str, Sequence[object]]:
    """Give a row for each type without a mode and for each of its modes, with the CAMEO code that stands for it."""
    rows = [
        (kind.code, mode, plover, score(kind.code, mode), quad(kind.code), _nearest_cameo(kind.code))
        for kind in event_types().values()
        for mode, plover in ((None, None), *((mode.code, mode.plover) for mode in kind.modes))
    ]
    names = ("type", "mode", "plover", "score", "quad", "cameo")
    return {name: [row[index] for row in rows] for index, name in enumerate(names)}


def _nearest_cameo(kind: str) -> str | None:
    """Give CAMEO's code for a type where an event has none: "not specified below" of the type's first root."""
    if kind in _WIDER:
        return _WIDER[kind]
    codes = sorted((code for code in cameo().values() if code.type == kind), key=lambda code: code.code)
    general = [code.code for code in codes if len(code.code) == 3 and code.code.endswith("0")]
    return next(iter(general), f"{codes[0].root}0" if codes else None)


@lru_cache(maxsize=1)
def _states() -> list[dict[str, str]]:
    text = files(__package__).joinpath("states.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return [dict(zip(lines[0], cells, strict=True)) for cells in lines[1:]]


@cache
def _written(name: str) -> str:
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
