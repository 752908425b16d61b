"""Builds offices.tsv.gz (who held which office, from when to when, how sure the end is) and its index."""

import re
from collections import defaultdict
from pathlib import Path

from tables.persons import same_persons
from tables.sheet import Row, read_csv, tidy, write_index, write_tsv

COLUMNS = ("person", "office", "where", "since", "until", "basis", "as_of", "title", "source")
BASES = {
    "stated": "stated",
    "inferred: successor start": "successor",
    "inferred: last seen in source": "last seen",
    "open at as_of": "open",
    "open (author knowledge)": "open",
}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SHARE_ALIKE = "CC BY-SA"


def _dates(row: Row) -> tuple[str, str]:
    start, end = row.cells["start"], row.cells["end"]
    for column in ("start", "end", "as_of"):
        if row.cells[column] and not DAY.fullmatch(row.cells[column]):
            raise row.refuse(column, "expected YYYY, YYYY-MM or YYYY-MM-DD")
    common = min(len(start), len(end))
    if start and end and end[:common] < start[:common]:
        raise row.refuse("end", f"the term ends before it starts ({start})")
    return start, end


def _source(row: Row) -> str:
    """Name the sources in short; a share-alike source is left out, and with it rows that rest on nothing else."""
    names = []
    for part in row.cells["source"].split(" ; "):
        if part.startswith("wikidata"):
            names.append("wikidata")
        elif part.startswith("factbook"):
            names.append("factbook")
        elif part.startswith("general knowledge"):
            names.append("general")
        elif part.startswith("2026 mentions"):
            names.append("mentions")
    return "+".join(dict.fromkeys(names))


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: folder with offices.csv and persons.csv.
        hand: folder with same_persons.tsv.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    persons = {row.cells["person_id"] for row in read_csv(facts / "persons.csv")}
    same = same_persons(hand)
    table = set()
    for row in read_csv(facts / "offices.csv"):
        cells = row.cells
        if cells["person_id"] not in persons:
            raise row.refuse("person_id", "no such person")
        if cells["end_basis"] not in BASES:
            raise row.refuse("end_basis", f"expected one of {sorted(BASES)}")
        start, end = _dates(row)
        source = _source(row)
        if not source:
            continue
        seen = cells["as_of"]
        if SHARE_ALIKE in cells["licence"] and seen > "2025-10":
            seen = "2025-10"  # the later sighting comes from the share-alike source alone
        title = tidy(cells["office_title"]).lower()
        office = cells["office"].lower()
        office = {"secretary general": "secretary-general", "director-general": "director general"}.get(office, office)
        person, basis = same.get(cells["person_id"], cells["person_id"]), BASES[cells["end_basis"]]
        shown = "" if title == office else title
        table.add((person, office, cells["country_or_org"], start, end, basis, seen, shown, source))
    ordered = sorted(table, key="\t".join)
    posts: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(ordered):
        for name in filter(None, {row[1], row[7]}):
            posts[f"{name}|{row[2]}"].append(number)
    return {
        "offices.tsv.gz": write_tsv(out / "offices.tsv.gz", COLUMNS, ordered),
        "offices_index.tsv.gz": write_index(out / "offices_index.tsv.gz", posts),
    }
