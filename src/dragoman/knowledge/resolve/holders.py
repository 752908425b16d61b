"""Finds the person whom a title alone stands for: "Israel's foreign minister" on a day."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from dragoman.knowledge.offices import Term, offices
from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.resolve.phrase import Phrase
from dragoman.knowledge.resolve.resolution import Resolution
from dragoman.knowledge.resolve.standing import sector_of, spoken, state_of
from dragoman.knowledge.table import rows

_LEAST = 0.35
_EQUALS = {"president": ("head of state",), "head of state": ("president",), "supreme leader": ("president",)}


def find(phrase: Phrase, day: date, hint: str | None, context: Sequence[str]) -> Resolution | None:
    """Find who held the office that the words name.

    Args:
        phrase: a mention with a title and no name.
        day: the day of the report.
        hint: ISO alpha-3 of the report's own state.
        context: states named nearby.

    Returns:
        The holder, None where the office, the state or the holder is not sure.
    """
    title = phrase.title
    if title is None or phrase.loose or title.effect in ("past", "coming", "shadow"):
        return None
    where, why = _where(phrase, hint, context)
    if where is None:
        return None
    named = (title.office,) if title.office else _leading(where) if title.term in words_of("leader word") else ()
    found = next((found for office in named if (found := _sole(office, where, day)) is not None), None)
    person = persons().get(found[0].person) if found else None
    if found is None or person is None:
        return None
    term, others = found
    rivals = "; the tables also name " + ", ".join(other.person for other in others) if others else ""
    sure = f"{term.basis} in {term.source}, trust {term.trust:.2f}"
    return Resolution(
        name=person.name,
        kind="person",
        country=state_of(term),
        sector=sector_of(term),
        office=spoken(term),
        actor=person.key,
        wikidata=person.wikidata,
        reason=f"{spoken(term)} of {where} on {day} ({sure}); {why}{rivals}",
    )


def _where(phrase: Phrase, hint: str | None, context: Sequence[str]) -> tuple[str | None, str]:
    title = phrase.title
    if title is not None and title.where:
        return title.where, "the title names the organisation"
    if phrase.body is not None and phrase.country is None:
        return phrase.body.key, "the words name the organisation"
    if phrase.country:
        return phrase.country, "the words name the state"
    if title is not None and title.country:
        return title.country, "the title is that state's"
    if hint:
        return hint, "the report's own state"
    if len(set(context)) == 1:
        return context[0], "the only state named nearby"
    return None, ""


def _sole(office: str, where: str, day: date) -> tuple[Term, tuple[Term, ...]] | None:
    """Give who held an office on a day, and whom the tables name beside him.

    Tables disagree on about one day in twelve. What is stated is believed before what is inferred, an office before a
    mere title, the office itself before acting or junior ones, what more sources say before what one says; of two that
    are still alike the later start wins, for an old term is often left open and nobody enters a new one too early.
    """
    for each in (office, f"acting {office}", *_EQUALS.get(office, ())):
        found = [term for term in offices().holders(each, where, day) if term.trust >= _LEAST]
        if found:
            ranked = sorted(found, key=lambda term: _belief(term, each), reverse=True)
            best = ranked[0]
            others = {term.person: term for term in ranked[1:] if term.person != best.person}
            if any(_belief(term, each) == _belief(best, each) for term in others.values()):
                return None
            return best, tuple(others.values())
    return None


def _belief(term: Term, office: str) -> tuple[bool, bool, bool, bool, float, int, date]:
    junior = any(term.title.startswith(word) for word in words_of("junior word"))
    return (
        term.own,
        term.office == office,
        not junior,
        term.basis == "stated",
        round(term.trust, 1),
        term.source.count("+"),
        term.since or date.min,
    )


def _leading(where: str) -> tuple[str, ...]:
    """Give the offices whose holder leads a state, or a movement."""
    return (_leaders().get(where, "president"),) if where.isupper() else tuple(sorted(words_of("movement head")))


@cache
def _leaders() -> dict[str, str]:
    return dict(rows("resolve/leaders.tsv", ("iso3", "office")))
