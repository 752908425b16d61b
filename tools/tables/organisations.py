"""Builds organisations.tsv: international bodies, ministries, armies, parties, armed groups and media."""

import re
from pathlib import Path

from dragoman.codes.sectors import plover
from tables.sheet import Row, latin, read_csv, read_tsv, tidy, write_tsv

COLUMNS = ("key", "name", "aliases", "kind", "country", "sector", "cameo", "finer")
KINDS = {
    "IGO": "organisation", "NGO": "organisation", "forum": "organisation", "treaty/accord": "accord",
    "media": "organisation", "party": "organisation", "company": "organisation",
    "agency": "government_body", "armed group": "armed_group",
}  # fmt: skip
PERSONS = re.compile(r"^IMG")  # petrarch2 files single militants under these codes


def _kept(row: Row, holders: frozenset[str]) -> bool:
    """Keep what is hand-made; of the old lists, what is named by three words or more and is no single person."""
    if "general knowledge" in row.cells["source"]:
        return True
    if PERSONS.match(row.cells["cameo_code"]) or not latin(row.cells["name"]):
        return False
    words = row.cells["name"].split()
    return len(words) >= 3 and words[-1].lower() not in holders


def _sector(row: Row) -> str:
    if row.cells["sector"]:
        return row.cells["sector"]
    by_kind = {
        "armed group": "REB",
        "IGO": "IGO",
        "NGO": "NGO",
        "media": "MED",
        "forum": "IGO",
        "party": "PTY",
        "company": "BUS",
    }
    return by_kind.get(row.cells["kind"], "UNK")


def _yield(table: dict[str, dict[str, str]]) -> None:
    """Take from old rows the forms that current ones bear, and drop old rows whose very name is one of them."""
    current = {
        form
        for cells in table.values()
        if cells["current"]
        for form in (cells["name"], *cells["aliases"].split("|"))
        if form
    }
    for key, cells in list(table.items()):
        if not cells["current"]:
            cells["aliases"] = "|".join(form for form in cells["aliases"].split("|") if form and form not in current)
            if cells["name"] in current:
                del table[key]


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: folder with organisations.csv.
        hand: folder with organisations.tsv, whose rows replace or extend the facts.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    table: dict[str, dict[str, str]] = {}
    holders = frozenset(row.cells["word"] for row in read_tsv(hand / "no_organisations.tsv"))
    for row in read_csv(facts / "organisations.csv"):
        key = row.cells["org_id"]
        if key in table:
            raise row.refuse("org_id", "borne by an earlier row too")
        if _kept(row, holders):
            table[key] = {
                "key": key, "name": tidy(row.cells["name"]),
                "aliases": "|".join(tidy(form) for form in row.many("aliases")),
                "kind": KINDS[row.cells["kind"]], "country": row.cells["country_iso3"], "sector": _sector(row),
                "cameo": row.cells["cameo_code"],
                "finer": "PTY" if row.cells["kind"] == "party" else "",
                "current": "yes" if "general knowledge" in row.cells["source"] else "",
            }  # fmt: skip
    for row in read_tsv(hand / "organisations.tsv"):
        old = table.get(row.cells["key"], dict.fromkeys(COLUMNS, ""))
        new = {column: row.cells.get(column) or old[column] for column in COLUMNS}
        forms = [form for form in [*old["aliases"].split("|"), old["name"], *row.many("aliases")] if form]
        never = set(row.many("never"))
        new["aliases"] = "|".join(form for form in dict.fromkeys(forms) if form != new["name"] and form not in never)
        if not new["kind"] or not new["name"]:
            raise row.refuse("key", "a new organisation needs a name and a kind")
        new["current"] = "yes"
        table[new["key"]] = new
    _yield(table)
    for cells in table.values():
        fine, cells["sector"] = cells["sector"], plover(cells["sector"])
        cells["finer"] = cells["finer"] or (fine if fine != cells["sector"] else "")
    rows = [tuple(cells[column] for column in COLUMNS) for _, cells in sorted(table.items())]
    return {"organisations.tsv": write_tsv(out / "organisations.tsv", COLUMNS, rows)}
