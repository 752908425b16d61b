"""Graphs, maps, calendars, feeds, entities, records and folders, each opened by a reader that is not ours."""

import hashlib
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import feedparser
import geojson
import icalendar
import networkx
import pandas
import pytest

from dragoman import ask
from dragoman.errors import UsageError
from dragoman.export.columns import columns
from dragoman.export.kinds import KINDS, export

TEXT_FREE = sorted(KINDS.keys() - {"label-studio", "prodigy"})


def test_gexf_holds_every_tie_with_its_days(record: ask.Questions, target: Path) -> None:
    """networkx reads it back with its spells."""
    export(record, "gexf", target / "net.gexf")
    graph = networkx.read_gexf(target / "net.gexf")
    assert graph.number_of_edges() == 3
    tie = graph["k:ada-roe"]["k:antony-blinken"]
    assert tie["events"] == 2
    assert [spell[:2] for spell in tie["spells"]] == [("2021-12-10", "2021-12-10"), ("2022-03-01", "2022-03-01")]
    assert graph.nodes["k:ISR"]["country"] == "ISR"


def test_graphml_is_read_by_networkx(record: ask.Questions, target: Path) -> None:
    """Nodes with names, edges with weights."""
    export(record, "graphml", target / "net.graphml")
    graph = networkx.read_graphml(target / "net.graphml")
    assert graph.nodes["k:ada-roe"]["label"] == "Ada Roe"
    assert graph["k:ada-roe"]["k:antony-blinken"]["weight"] == 2


def test_geojson_is_valid_and_longitude_stands_first(record: ask.Questions, target: Path) -> None:
    """By the geojson library's own rules."""
    done = export(record, "geojson", target / "map.geojson")
    found = geojson.loads((target / "map.geojson").read_text(encoding="utf-8"))
    assert found.is_valid
    (feature,) = found["features"]
    assert done.rows == 1
    assert feature["geometry"]["coordinates"] == [10.75, 59.91]
    assert feature["properties"]["actors"] == ["Ada Roe", "Antony Blinken"]


def test_kml_has_a_placemark_with_its_days(record: ask.Questions, target: Path) -> None:
    """Well-formed, in the namespace of KML 2.2."""
    export(record, "kml", target / "map.kml")
    spaces = {"k": "http://www.opengis.net/kml/2.2"}
    tree = ET.parse(target / "map.kml")
    assert [mark.text for mark in tree.iterfind(".//k:Placemark/k:TimeSpan/k:begin", spaces)] == ["2022-03-01"]


def test_a_calendar_has_whole_days_and_marks_plans(record: ask.Questions, target: Path) -> None:
    """The end is exclusive; an event known to a month lasts the month; one without a day is no entry."""
    export(record, "ical", target / "events.ics")
    calendar = icalendar.Calendar.from_ical((target / "events.ics").read_bytes())
    entries = {str(e.decoded("dtstart")): e for e in calendar.walk("VEVENT")}
    assert sorted(entries) == ["2021-12-10", "2022-01-01", "2022-03-01"]
    assert str(entries["2022-01-01"].decoded("dtend")) == "2022-02-01"
    assert entries["2022-01-01"]["status"] == "TENTATIVE"
    assert entries["2022-03-01"]["location"] == "Oslo"


def test_a_feed_is_read_by_feedparser_with_ids_that_stay(record: ask.Questions, target: Path) -> None:
    """An entry's id is the event's, the feed's the question's."""
    export(record, "atom", target / "a.xml", actor="Roe")
    export(record, "atom", target / "b.xml", actor="Israel")
    feed, other = (feedparser.parse((target / name).read_bytes()) for name in ("a.xml", "b.xml"))
    assert not feed.bozo
    assert len(feed.entries) == 3
    assert feed.feed.title == "Events: actor Roe"
    assert feed.feed.id != other.feed.id
    assert {entry.id for entry in feed.entries} == {
        f"urn:dragoman:event:{row.id}" for row in record.events(actor="Roe")
    }


def test_entities_are_accepted_by_followthemoney(record: ask.Questions, target: Path) -> None:
    """Every schema, property and value."""
    ftm = pytest.importorskip("followthemoney")
    export(record, "ftm", target / "entities.jsonl")
    lines = [json.loads(line) for line in (target / "entities.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in lines:
        entity = ftm.model.get_proxy(line, cleaned=False)
        kept = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
        assert kept == {name: sorted(set(values)) for name, values in line["properties"].items() if values}
    people = {line["id"] for line in lines if line["schema"] != "Event"}
    assert all(set(line["properties"]["involved"]) <= people for line in lines if line["schema"] == "Event")


def test_plover_records_have_what_the_manual_demands_and_nothing_it_does_not_know(
    record: ask.Questions, target: Path
) -> None:
    """Required keys in every record, no key of our own."""
    demanded = {"id", "date", "actor", "event"}
    known = demanded | {
        *("has_event", "time", "enddate", "endtime", "recipient", "event_loc", "event_text", "quad_code"),
        *(
            "event_scale",
            "mode",
            "context",
            "link",
            "text",
            "text_info",
            "cite_info",
            "coder",
            "coded_date",
            "coded_time",
        ),
        *("comment", "size"),
    }
    export(record, "plover", target / "events.jsonl")
    rows = [json.loads(line) for line in (target / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 4
    for row in rows:
        assert demanded <= row.keys() <= known
    oslo = next(row for row in rows if "event_loc" in row)
    assert oslo["event_loc"]["country_code"] == "NOR"
    assert oslo["context"] == ["diplomatic", "economic"]
    assert not [row for row in rows if row.get("context") == []]
    assert [one["code"] for one in oslo["actor"]] == ["NOR", "USA"]


def test_a_data_package_describes_every_column_that_it_has(record: ask.Questions, target: Path) -> None:
    """In the order of the files, with names that R and Stata take."""
    export(record, "datapackage", target / "package")
    package = json.loads((target / "package" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        csv = pandas.read_csv(target / "package" / resource["path"])
        parquet = pandas.read_parquet(target / "package" / f"{resource['name']}.parquet")
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == list(csv.columns) == list(parquet.columns)
    codebook = (target / "package" / "codebook.md").read_text(encoding="utf-8")
    assert all(f"| {column.name} |" in codebook for table in columns().values() for column in table)


def test_column_names_fit_r_and_stata() -> None:
    """snake_case, at most 32 characters, no two alike in a table."""
    for table in columns().values():
        names = [column.name for column in table]
        assert len(set(names)) == len(names)
        assert all(name.replace("_", "").isalnum() and name == name.lower() and len(name) <= 32 for name in names)


def test_a_release_can_be_checked_by_its_sums(record: ask.Questions, target: Path) -> None:
    """Every file but the list itself is in it."""
    export(record, "release", target / "release")
    folder = target / "release"
    sums = dict(line.split("  ", 1)[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {"SHA256SUMS"}
    assert set(sums) == files
    assert {"README.md", "CITATION.cff", "manifest.json", "data/codebook.md", "data/events.csv"} <= files
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == known for name, known in sums.items())


@pytest.mark.parametrize("kind", TEXT_FREE)
def test_without_text_no_sentence_and_no_headline_gets_out(record: ask.Questions, target: Path, kind: str) -> None:
    """Whatever the format."""
    path = target / f"x{KINDS[kind].suffix}"
    export(record, kind, path, no_text=True)
    written = [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]
    for file in written:
        words = pandas.read_parquet(file).to_csv() if file.suffix == ".parquet" else file.read_text(encoding="utf-8")
        assert not any(
            told in words for told in ("met Antony Blinken", "spoke by phone", "Our fleets", "to talk about")
        )


@pytest.mark.parametrize("kind", ["label-studio", "prodigy"])
def test_tasks_without_text_are_refused(record: ask.Questions, target: Path, kind: str) -> None:
    """They are nothing but text."""
    with pytest.raises(UsageError, match="without text"):
        export(record, kind, target / "tasks.json", no_text=True)
    assert not list(target.iterdir())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_same_record_gives_the_same_bytes(record: ask.Questions, target: Path, kind: str) -> None:
    """No clock, no chance."""
    one, two = target / f"one{KINDS[kind].suffix}", target / f"two{KINDS[kind].suffix}"
    export(record, kind, one)
    export(record, kind, two)
    for left in [p for p in one.rglob("*") if p.is_file()] if one.is_dir() else [one]:
        right = two / left.relative_to(one) if one.is_dir() else two
        assert left.read_bytes() == right.read_bytes()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_export_of_nothing_is_a_whole_file(record: ask.Questions, target: Path, kind: str) -> None:
    """Readable, with no rows."""
    done = export(record, kind, target / f"none{KINDS[kind].suffix}", until="1999")
    assert done.events == done.rows == 0
    assert done.path.exists()


def test_what_is_there_is_not_written_over(record: ask.Questions, target: Path) -> None:
    """Unless that is asked for."""
    path = target / "events.csv"
    path.write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        export(record, "csv", path)
    assert path.read_text() == "mine"
    export(record, "csv", path, force=True)
    assert path.read_text().startswith("event_id,")


@pytest.mark.parametrize(
    ("kind", "asked", "words"),
    [
        ("dbf", {}, "there is no export 'dbf'"),
        ("csv", {"actor": "Blinkin"}, "Antony Blinken"),
        ("csv", {"since": "2022-02-30"}, "is no day"),
        ("csv", {"colour": "red"}, "no filter"),
    ],
)
def test_a_wrong_export_leaves_nothing_behind(
    record: ask.Questions, target: Path, kind: str, asked: dict[str, str], words: str
) -> None:
    """Not even a half-written file."""
    with pytest.raises(UsageError, match=words):
        export(record, kind, target / "x.csv", **asked)  # type: ignore[arg-type]
    assert not list(target.iterdir())


def test_an_export_that_fails_half_way_leaves_the_old_file(
    record: ask.Questions, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written beside it first, and only then put in its place."""
    from dataclasses import replace

    def fail(selection: object, path: Path) -> int:
        path.write_text("half")
        raise OSError("no space left")

    monkeypatch.setitem(KINDS, "csv", replace(KINDS["csv"], write=fail))
    (target / "x.csv").write_text("whole")
    with pytest.raises(OSError, match="no space"):
        export(record, "csv", target / "x.csv", force=True)
    assert [p.name for p in target.iterdir()] == ["x.csv"]
    assert (target / "x.csv").read_text() == "whole"


def test_one_a_day_keeps_one_event_of_a_kind_between_the_same(record: ask.Questions, target: Path) -> None:
    """Events without a day are kept, since nobody knows whether they are the same."""
    assert export(record, "csv", target / "x.csv", one_a_day=True).events == 4
