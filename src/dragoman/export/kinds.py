"""Every kind of export by its name, and the one function that writes them all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters
from dragoman.errors import UsageError
from dragoman.export import calendar, feed, flat, ftm, graphs, maps, package, plover, tasks
from dragoman.export.selection import Selection, select
from dragoman.export.target import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of export.

    Args:
        name: as on the command line.
        says: what it is.
        suffix: what its files end in; empty for a folder.
        media: its media type, for the web.
        write: writes a selection to a path, and gives the number of rows.
        actual: whether the format cannot say that an event is only planned or denied, so that such events are left out.
    """

    name: str
    says: str
    suffix: str
    media: str
    write: Callable[[Selection, Path], int]
    actual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote.

    Args:
        path: the file or folder.
        kind: the kind of export.
        rows: how many rows, entries or lines.
        events: how many events were chosen for it.
        only_actual: whether planned, conditional and denied events were left out, as the format cannot mark them.
    """

    path: Path
    kind: str
    rows: int
    events: int
    only_actual: bool


_JSON_LINES = "application/x-ndjson"
_TABS = "text/tab-separated-values"
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(name="csv", says="events as CSV", suffix=".csv", media="text/csv", write=flat.csv),
        Kind(
            name="parquet",
            says="events as Parquet",
            suffix=".parquet",
            media="application/vnd.apache.parquet",
            write=flat.parquet,
        ),
        Kind(
            name="datapackage",
            says="a folder: events, tellings, actors and quotes as CSV and Parquet, codebook, datapackage.json",
            suffix="",
            media="",
            write=package.datapackage,
        ),
        Kind(
            name="release",
            says="a folder to publish: a data package, README, CITATION.cff, manifest, checksums",
            suffix="",
            media="",
            write=package.release,
        ),
        Kind(
            name="gdelt",
            says="GDELT 2.0 events, 61 columns",
            suffix=".CSV",
            media=_TABS,
            write=flat.gdelt_events,
            actual=True,
        ),
        Kind(
            name="gdelt-mentions",
            says="GDELT 2.0 mentions, 16 columns",
            suffix=".CSV",
            media=_TABS,
            write=flat.gdelt_mentions,
            actual=True,
        ),
        Kind(name="icews", says="ICEWS events, 20 columns", suffix=".tab", media=_TABS, write=flat.icews, actual=True),
        Kind(
            name="polecat",
            says="POLECAT events, 40 columns",
            suffix=".txt",
            media=_TABS,
            write=flat.polecat,
            actual=True,
        ),
        Kind(name="plover", says="PLOVER records, JSON lines", suffix=".jsonl", media=_JSON_LINES, write=plover.plover),
        Kind(
            name="gexf",
            says="the network with the days of every tie, for Gephi",
            suffix=".gexf",
            media="application/xml",
            write=graphs.gexf,
        ),
        Kind(
            name="graphml",
            says="the network as GraphML",
            suffix=".graphml",
            media="application/xml",
            write=graphs.graphml,
        ),
        Kind(
            name="geojson",
            says="events with coordinates as GeoJSON",
            suffix=".geojson",
            media="application/geo+json",
            write=maps.geojson,
        ),
        Kind(
            name="kml",
            says="events with coordinates as KML",
            suffix=".kml",
            media="application/vnd.google-earth.kml+xml",
            write=maps.kml,
        ),
        Kind(name="ical", says="events as a calendar", suffix=".ics", media="text/calendar", write=calendar.ical),
        Kind(
            name="atom",
            says="the newest events as an Atom feed",
            suffix=".xml",
            media="application/atom+xml",
            write=feed.atom,
        ),
        Kind(name="ftm", says="FollowTheMoney entities, JSON lines", suffix=".jsonl", media=_JSON_LINES, write=ftm.ftm),
        Kind(
            name="label-studio",
            says="tasks for Label Studio",
            suffix=".json",
            media="application/json",
            write=tasks.label_studio,
        ),
        Kind(name="prodigy", says="tasks for Prodigy", suffix=".jsonl", media=_JSON_LINES, write=tasks.prodigy),
    )
}


def export(
    record: Questions,
    kind: str,
    target: Path | str,
    *,
    no_text: bool = False,
    one_a_day: bool = False,
    force: bool = False,
    **asked: Unpack[EventFilters],
) -> Exported:
    """Write events in a format of the trade.

    Args:
        record: the record.
        kind: one of KINDS.
        target: the file, or for `datapackage` and `release` the folder, that is to be made.
        no_text: leave out all words of reports.
        one_a_day: take one event of a type between the same participants a day.
        force: replace what is there.
        asked: the filters of `Questions.events`.

    Returns:
        What was written.

    Raises:
        UsageError: an unknown kind or filter, an unknown name, a target that is there already; nothing is changed then.

    Examples:
        >>> from dragoman.export.kinds import export
        >>> export(record, "geojson", "geneva.geojson", place="Geneva", actor="Putin").rows > 0
        True
    """
    if kind not in KINDS:
        raise UsageError(f"there is no export {kind[:40]!r}; there are {', '.join(KINDS)}")
    found = KINDS[kind]
    with writing(Path(target), force=force) as path:
        selection = select(record, no_text=no_text, one_a_day=one_a_day, actual=found.actual, **asked)
        rows = found.write(selection, path)
    (events,) = selection.rows(f"select count(*) as n from {selection.chosen}")
    only_actual = found.actual and not asked.get("status")
    return Exported(path=Path(target), kind=kind, rows=rows, events=events["n"], only_actual=only_actual)
