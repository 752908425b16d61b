"""The tables of this room: what a comparison weighs, how modes and types go together, what sum is enough."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a packaged table below its heading; lines that begin with # are remarks."""
    lines = (files("dragoman.merge") / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))[1:]


@cache
def weights() -> dict[str, float]:
    """Give what each comparison weighs in the sum."""
    return {name: float(weight) for name, weight, _ in rows("weights.tsv")}


@cache
def thresholds() -> dict[str, float]:
    """Give the sum from which a pair is the same event, by mode, type, or `else`."""
    return {name: float(enough) for name, enough, _ in rows("thresholds.tsv")}


@cache
def mode_scores() -> dict[tuple[str, str, str], float]:
    """Give how two modes of a type go together, in both orders."""
    table = rows("modes.tsv")
    return {(kind, a, b): float(s) for kind, one, other, s in table for a, b in ((one, other), (other, one))}


@cache
def families() -> dict[str, str]:
    """Give the family of each event type."""
    return {row[0]: row[1] for row in rows("families.tsv")}


@cache
def common() -> frozenset[str]:
    """Give the stems that are too frequent in news to say anything."""
    return frozenset(row[0] for row in rows("common.tsv"))


@cache
def campaigns() -> dict[str, str]:
    """Give the stems by which news speaks of fighting that goes on, with what one day in the past says of it."""
    return {stem: day for stem, _, day in rows("campaigns.tsv")}
