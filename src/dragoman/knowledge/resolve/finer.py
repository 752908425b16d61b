"""Finds the finer sector of PLOVER or CAMEO behind a recorded one, and what a party is on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dragoman.codes.sectors import plover
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.resolve.resolution import Resolution
from dragoman.knowledge.table import rows

_HOLY_SEE = "VAT"


def of_noun(lemmas: Sequence[str], before: str = "") -> str | None:
    """Give the finer sector of a noun.

    Args:
        lemmas: forms of the noun, lower case.
        before: the word before it, lower case, which may make a term with it ("intelligence agency").
    """
    table = _table("noun")
    found = (table.get(f"{before} {lemma}") or table.get(lemma) for lemma in lemmas)
    return next((finer for finer in found if finer is not None), None)


def of_adjectives(words: Sequence[str]) -> str | None:
    """Give the sector that adjectives tell ("Muslim", "congressional"), the one nearest the noun first.

    Args:
        words: the words before the noun, lower case.
    """
    table = _table("adjective")
    for place in range(len(words) - 1, -1, -1):
        found = table.get(" ".join(words[max(place - 1, 0) : place + 1])) or table.get(words[place])
        if found is not None:
            return found
    return None


def complete(found: Resolution, day: date) -> Resolution:
    """Fill in what a party is on the day, and the finer sector where none is known yet."""
    body = organisations().get(found.actor) if found.actor and found.kind != "person" else None
    if body is not None:
        finer = found.finer or body.finer
        if body.key in _ruling() and found.kind != "group" and body.sector in ("OPP", "REB"):
            ruled = any(since <= day.isoformat()[:7] <= (until or "9999") for since, until in _ruling()[body.key])
            sector = "GOV" if ruled else body.sector
            told = f"; {'in' if ruled else 'not in'} government on {day}"
            return replace(found, sector=sector, finer=finer, reason=found.reason + told)
        return replace(found, finer=finer) if finer and plover(finer) == found.sector else found
    if found.finer is not None or found.sector != "GOV" or found.kind != "person":
        return found
    if found.office is not None and found.office.startswith("former "):
        return replace(found, finer="ELI")
    return replace(found, finer="REL") if found.country == _HOLY_SEE else found


@cache
def _table(kind: str) -> dict[str, str]:
    return {word: code for word, each, code in rows("resolve/finer.tsv", ("word", "as", "finer")) if each == kind}


@cache
def _ruling() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, since, until in rows("resolve/ruling.tsv", ("organisation", "since", "until")):
        found[key] = (*found.get(key, ()), (since, until))
    return found
