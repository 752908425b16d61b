"""Turns the words of a mention into the actor behind them, as of a day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve import bodies, holders, people, unlisted
from dragoman.knowledge.resolve.finer import complete
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.resolve.phrase import Phrase, plain, read
from dragoman.knowledge.resolve.resolution import Resolution

_BRACKETS = re.compile(r"\s*\(([^()]*)\)|[()]")
_LONGEST = 500
_OWN = ("the", "our", "their", "its", "both", "all", "these", "those")

__all__ = ["Resolution", "forget", "resolve"]


def resolve(words: str, day: date, *, country: str | None = None, context: Sequence[str] = ()) -> Resolution:
    """Find the person, state, body or group that words stand for.

    Args:
        words: any mention: "US Secretary of State Antony Blinken", "Turkish officials".
        day: the day as of which offices count, as a rule the report's.
        country: ISO alpha-3 of the report's own state (the publisher's, or the one last named), where known.
        context: ISO alpha-3 codes of the states named nearby, the nearest first.

    Returns:
        What is known; what is not known is None, and the reason says why.
    """
    if len(words) > _LONGEST:
        return Resolution(reason=f"longer than any mention ({len(words)} characters)")
    return complete(_resolve(plain(words), day, country, tuple(context)), day)


def forget() -> None:
    """Drop the answers given so far: the tables have changed."""
    _resolve.cache_clear()


@lru_cache(maxsize=16384)
def _resolve(words: str, day: date, hint: str | None, context: tuple[str, ...]) -> Resolution:
    if not words or (words.lower() in words_of("pronoun") and not words.isupper()):
        return Resolution(reason="a pronoun names nobody" if words else "no words")
    found = bodies.whole(words)
    if found is not None:
        return found
    if "(" in words:
        return _bracketed(words, day, hint, context)
    phrase = read(words)
    if phrase.words != words and phrase.determiner in _OWN and (found := bodies.whole(phrase.words)) is not None:
        return found
    if " " in words and persons().named(words):
        person = people.find(Phrase(words=words, name=words), day, hint, context)
        if person is not None:
            return person
    if phrase.plural and (found := bodies.counted(phrase)) is not None:
        return found
    return _named(phrase, day, hint, context) if phrase.name else _unnamed(phrase, day, hint, context)


def _bracketed(words: str, day: date, hint: str | None, context: tuple[str, ...]) -> Resolution:
    """Read "Some Long Name (SLN)" by the long name, then by the short one, then by what is left without brackets."""
    outer = plain(_BRACKETS.sub(" ", words))
    inner = plain(_BRACKETS.findall(words)[0]) if _BRACKETS.findall(words) else ""
    found = _resolve(outer, day, hint, context)
    if found.actor is None and inner and (short := bodies.whole(inner)) is not None and short.kind != "country":
        return short
    return found


def _named(phrase: Phrase, day: date, hint: str | None, context: tuple[str, ...]) -> Resolution:
    """Read a mention that holds capitalised words which may be a person's name."""
    if phrase.owner and phrase.country is None:
        phrase = _owned(phrase, day, hint, context)
    group = bodies.part_of_people(phrase)
    if group is not None:
        return group
    single = phrase.name.lower() if " " not in phrase.name else ""
    found = None if single in words_of("body noun") else people.find(phrase, day, hint, context)
    if found is not None:
        return found
    if phrase.title is None:
        if phrase.rest and " " in phrase.name and _personal(phrase.name):
            return people.provisional(bodies.described(phrase), None)
        body = bodies.inside(phrase.words, least=2, country=phrase.country) or unlisted.describe(phrase)
        body = body or bodies.head(phrase, None) or bodies.inside(phrase.words, country=phrase.country)
        if body is not None:
            return body
        somewhere = bodies.place(phrase.words)
        if somewhere is not None:
            return somewhere
        if len(phrase.name.split()) == 1 and not phrase.rest:
            return Resolution(name=phrase.name, country=phrase.country, reason="one word that no table holds alone")
        if not phrase.rest and (phrase.determiner == "the" or not _personal(phrase.name)):
            return Resolution(
                name=phrase.words, country=phrase.country, reason="no table holds this name, and nothing tells its kind"
            )
    return people.provisional(phrase, _place_of(phrase))


def _personal(name: str) -> bool:
    """Tell whether words look like a person's name: a known given name, or a particle that only names have."""
    parts = name.split()
    return persons().given(parts[0]) or any(part.lower().split("-")[0] in words_of("name particle") for part in parts)


def _place_of(phrase: Phrase) -> str | None:
    return bodies.state_of_place(phrase.rest) if phrase.rest else None


def _owned(phrase: Phrase, day: date, hint: str | None, context: tuple[str, ...]) -> Phrase:
    """Take the state from the owner in "Erdoğan's spokesman"."""
    owner = _resolve(phrase.owner, day, hint, context)
    return replace(phrase, country=owner.country) if owner.country else phrase


def _unnamed(phrase: Phrase, day: date, hint: str | None, context: tuple[str, ...]) -> Resolution:
    """Read a mention without a name: a title, a body, a group."""
    if phrase.owner and phrase.country is None:
        phrase = _owned(phrase, day, hint, context)
    definite = phrase.determiner not in ("a", "an", "some", "any", "another", "other", "one") and not phrase.plural
    if phrase.title is not None and definite and not _plural(phrase):
        found = holders.find(phrase, day, hint, context)
        if found is not None:
            return found
    found = bodies.head(phrase, hint)
    if found is not None and (phrase.title is None or phrase.title.office is None or _plural(phrase) or not definite):
        return found
    if phrase.title is not None:
        return _title_only(phrase, definite and not _plural(phrase))
    return found or bodies.inside(phrase.words) or _nothing(phrase)


def _plural(phrase: Phrase) -> bool:
    last = phrase.title_words.split()[-1].lower() if phrase.title_words else ""
    return phrase.title is not None and last.endswith("s") and not phrase.title.term.endswith(last)


def _title_only(phrase: Phrase, one: bool) -> Resolution:
    title = phrase.title
    assert title is not None
    sector = title.sector or (phrase.body.sector if phrase.body else "UNK")
    return Resolution(
        finer=title.cameo,
        kind="person" if one and title.office else "group",
        country=phrase.country or title.country,
        sector=sector,
        office=title.office or phrase.title_words.lower(),
        reason=f"{phrase.title_words!r} alone, holder unknown" if one else "somebody unnamed",
    )


def _nothing(phrase: Phrase) -> Resolution:
    return Resolution(country=phrase.country, reason="no table and no noun tells what this is")
