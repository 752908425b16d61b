"""Finds the names of possible actors in raw text, all in one go (Aho and Corasick 1975)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.actors.nouns import nouns
from dragoman.knowledge.organisations import packaged_organisations
from dragoman.knowledge.own import imported
from dragoman.knowledge.table import rows
from dragoman.pipeline.cascade.stems import plain

if TYPE_CHECKING:
    from ahocorasick import Automaton

OWN = "own"
KINDS = ("state", "organisation", "title", "noun")
SHORTEST_ORGANISATION = 5
"""Shorter ones ("WHO", "AP") are other words in lower case."""

STATES = ("form", "iso3", "kind")
TITLES = ("term", "office", "sector", "cameo", "country", "where", "before")

Named = tuple[int, tuple[str, ...]]
"""Where a name begins, and what kinds of actor it may mean."""


def named(words: str) -> Iterator[Named]:
    """Find names in a plain text.

    Args:
        words: as `stems.plain` gives it.

    Yields:
        The offset in the text that was made plain, and the kinds; longer names and the shorter in them alike.
    """
    for automaton in (_packaged(), _own(tuple(name for row in imported() for name in (row.name, *row.aliases)))):
        if automaton is not None:
            for end, (length, kinds) in automaton.iter(words):
                yield end + 1 - length, kinds


@cache
def _packaged() -> "Automaton | None":
    return _automaton(
        [
            *(("state", form) for form, _, _ in rows("country_forms.tsv", STATES)),
            *(
                ("organisation", name)
                for body in packaged_organisations()
                for name in (body.name, *body.aliases)
                if len(name) >= SHORTEST_ORGANISATION
            ),
            *(("title", term) for term, office, sector, *_ in rows("titles.tsv", TITLES) if office or sector),
            *(("noun", form) for noun in nouns().rows for form in (noun, f"{noun}s")),
        ]
    )


@cache
def _own(forms: tuple[str, ...]) -> "Automaton | None":
    return _automaton([(OWN, form) for form in forms])


def _automaton(entries: Iterable[tuple[str, str]]) -> "Automaton | None":
    from ahocorasick import Automaton

    kinds: dict[str, set[str]] = {}
    for kind, form in entries:
        words = " ".join(plain(form).split())
        if len(words) > 1:
            kinds.setdefault(f" {words} ", set()).add(kind)
    if not kinds:
        return None
    automaton = Automaton()
    for form, found in kinds.items():
        automaton.add_word(form, (len(form), tuple(sorted(found))))
    automaton.make_automaton()
    return automaton
