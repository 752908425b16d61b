"""What merging asks of a record that has events already: who shares a block, who was judged, which event holds whom."""

from collections.abc import Collection, Iterator

from dragoman.model import Article, Copy, Correction, Event, Link
from dragoman.record import nouns
from dragoman.record.reader import Reader, Telling


class Lookups:
    """A record as the memory of a derivation.

    Args:
        reader: the record.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self) -> Iterator[Telling]:
        """Give all mentions."""
        return self._reader.mentions(bare=True)

    def fresh(self) -> Iterator[Telling]:
        """Give the mentions that were committed after the events were last derived."""
        self._new_shards()
        rows = self._reader.sql("select id from mentions where shard in (select shard from _new_shards)")
        return self._reader.mentions([row["id"] for row in rows], bare=True)

    def reports(self) -> Iterator[Article]:
        """Give all reports."""
        return self._reader.reports()

    def fresh_reports(self) -> Iterator[Article]:
        """Give the reports that were committed after the events were last derived."""
        self._new_shards()
        query = "select * from reports where shard in (select shard from _new_shards) order by id"
        return map(nouns.article, self._reader.sql_rows(query))

    def sharing(self, bands: Collection[str]) -> Iterator[Article]:
        """Give the known reports that have any of some bands, in order."""
        if not bands:
            return iter(())
        self._reader.offer("_bands", {"band": sorted(bands)})
        near = "select report from bands where band in (select band from _bands)"
        return map(nouns.article, self._reader.sql_rows(f"select * from reports where id in ({near}) order by id"))

    def telling(self, reports: Collection[str]) -> list[str]:
        """Give the ids of the mentions of some reports."""
        if not reports:
            return []
        self._reader.offer("_telling", {"id": sorted(reports)})
        rows = self._reader.sql("select id from mentions where report in (select id from _telling) order by id")
        return [row["id"] for row in rows]

    def told(self, ids: Collection[str]) -> Iterator[Telling]:
        """Give some mentions."""
        return self._reader.mentions(ids, bare=True)

    def blocks(self, keys: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Give (day of the report, mention) of every known mention in some blocks, by key, in order."""
        self._reader.offer("_keys", {"key": sorted(keys) or [""]})
        found: dict[str, list[tuple[str, str]]] = {}
        query = "select key, day, mention from blocks where key in (select key from _keys) order by all"
        for key, day, mention in self._reader.fetch(query):
            found.setdefault(key, []).append((day, mention))
        return found

    def links(self, ids: Collection[str]) -> Iterator[Link]:
        """Give the kept pairs that any of some mentions is in, without the comparisons behind them."""
        self._reader.offer("_ends", {"id": sorted(ids) or [""]})
        ends = 'where "left" in (select id from _ends) or "right" in (select id from _ends) order by "left", "right"'
        for left, right, verdict, score in self._reader.fetch(
            f'select "left", "right", verdict, score from links {ends}'
        ):
            yield Link(left=left, right=right, verdict=verdict, score=score, comparisons=())

    def events(self, mentions: Collection[str]) -> Iterator[Event]:
        """Give the events that hold any of some mentions, in order."""
        self._reader.offer("_held", {"id": sorted(mentions) or [""]})
        holding = (
            "select distinct id from (select id, unnest(mentions) as m from events) where m in (select id from _held)"
        )
        return map(nouns.event, self._reader.sql_rows(f"select * from events where id in ({holding}) order by id"))

    def copies(self) -> Iterator[Copy]:
        """Give all copies among reports."""
        return map(nouns.copy, self._reader.sql_rows("select * from copies order by report, of"))

    def corrections(self) -> list[Correction]:
        """Give every entry of a person."""
        return self._reader.corrections()

    def corrected(self) -> set[str]:
        """Give the mentions that entries speak of which were made after the events were last derived."""
        known = self._reader.derived_corrections
        entries = {entry.id: entry for entry in self.corrections()}
        found: set[str] = set()
        waiting = [entry for key, entry in entries.items() if key not in known]
        while waiting:
            entry = waiting.pop()
            found.update(entry.mentions, entry.others)
            if entry.undoes in entries:
                waiting.append(entries[entry.undoes])
        return found

    def count(self, table: str) -> int:
        """Give the number of rows that count in a table."""
        (row,) = self._reader.sql(f'select count(*) as n from "{table}"')
        return int(row["n"])

    def _new_shards(self) -> None:
        fresh = self._reader.shards - self._reader.derived_shards
        self._reader.offer("_new_shards", {"shard": sorted(fresh) or [""]})
