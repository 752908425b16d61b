"""Builds titles.tsv: the titles that news gives to persons, and the office that each one means."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.codes.sectors import plover
from tables.sheet import FactError, read_tsv, write_tsv

COLUMNS = ("term", "office", "sector", "cameo", "country", "where", "before")
PATTERNS = (
    "{} minister", "minister of {}", "minister for {}", "minister of the {}", "{} min.", "{} secretary",
    "secretary of {}",
    "secretary for {}", "secretary of state for {}", "cabinet secretary for {}",
)  # fmt: skip


def _ministers(hand: Path) -> Iterator[tuple[str, str]]:
    """Give every wording of every portfolio with its office."""
    for row in read_tsv(hand / "portfolios.tsv"):
        for words in row.many("words"):
            for pattern in PATTERNS:
                if words.startswith("the ") and "{} " in pattern:
                    continue
                yield pattern.format(words), row.cells["office"]


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table.

    Args:
        facts: unused; every builder is called alike.
        hand: folder with portfolios.tsv and titles.tsv, whose rows outrank the patterns.
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    table: dict[str, tuple[str, ...]] = {}
    for term, office in _ministers(hand):
        country = "GBR" if term.startswith("secretary of state for") else ""
        table.setdefault(term, (term, office, "GOV", "", country, "", "yes"))
    seen: set[str] = set()
    for row in read_tsv(hand / "titles.tsv"):
        term = row.cells["term"].lower()
        if term in seen:
            raise row.refuse("term", "given twice")
        seen.add(term)
        fine = row.cells["sector"]
        recorded = plover(fine) if fine else ""
        table[term] = (
            term, row.cells["office"], recorded, fine if fine != recorded else "", row.cells["country"],
            row.cells["where"], row.cells["before"],
        )  # fmt: skip
    if not table:
        raise FactError("titles.tsv: no rows")
    return {"titles.tsv": write_tsv(out / "titles.tsv", COLUMNS, [table[term] for term in sorted(table)])}
