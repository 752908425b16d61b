"""What a derivation changes in a record: rows that are new, and things whose earlier rows count no longer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from dragoman.model import Copy, Event, Link
from dragoman.record.rows import copy_row, event_row, link_row
from dragoman.record.tables import GONE, KEYS

Row = dict[str, Any]
Columns = dict[str, list[Any]]
Block = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is new and what is gone.

    Args:
        whole: whether this is all there is, so that whatever was derived before counts no longer.
        events: new events, and those that changed.
        links: new judged pairs.
        blocks: for mentions newly looked at, (key, day of the report, mention).
        copies: new copies among reports.
        bands: (band, report) for reports newly looked at.
        gone: keys of things whose earlier rows count no longer, by table: an event's id; a pair's ids (of
            mentions, of reports), parted by a space. What changes stands here and among the new.
        counts: rows of the record once this is done, by table, for the log of versions.
    """

    whole: bool
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    copies: tuple[Copy, ...] = ()
    bands: tuple[tuple[str, str], ...] = ()
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    def rows(self) -> dict[str, list[Row]]:
        """Give the rows to add to each table that has few, in a fixed order."""
        rows = {
            "events": sorted(map(event_row, self.events), key=itemgetter(*KEYS["events"])),
            "links": sorted(map(link_row, self.links), key=itemgetter(*KEYS["links"])),
            "copies": sorted(map(copy_row, self.copies), key=itemgetter(*KEYS["copies"])),
        }
        keys = [] if self.whole else [(name, key) for name in sorted(self.gone) for key in sorted(self.gone[name])]
        return {**rows, GONE.name: [{"table": name, "key": key} for name, key in keys]}

    def columns(self) -> dict[str, Columns]:
        """Give what to add to the tables of very many short rows, column by column, in a fixed order."""
        return {
            name: _turned(sorted(rows), KEYS[name]) for name, rows in (("blocks", self.blocks), ("bands", self.bands))
        }


def _turned(rows: Sequence[tuple[str, ...]], names: Sequence[str]) -> Columns:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}
