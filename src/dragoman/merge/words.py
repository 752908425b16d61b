"""The telling words and numbers of a mention, for comparing what two reports say."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.merge.told import Told

_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?!\w)")
_STEM = 6
"""Letters kept of a word: enough to join 'sanctions' and 'sanctioned' and to part most others."""


def content(told: Told) -> frozenset[str]:
    """Give the stems of the longer words in topics and evidence, without the names of the participants."""
    names = _stems(" ".join(_names(told)))
    return _stems(_text(told)) - names


def numbers(told: Told) -> frozenset[str]:
    """Give the numbers in the evidence that say something: above twelve, and no year."""
    found = {match.group().replace(",", "") for match in _NUMBER.finditer(_evidence(told))}
    return frozenset(n for n in found if float(n) > 12 and not re.fullmatch(r"(?:19|20)\d\d", n))


def _names(told: Told) -> Iterator[str]:
    for actor in (told.actors[key] for key in told.participants if key in told.actors):
        yield actor.name
        yield from (mention.span.text for mention in actor.mentions if mention.form != "pronoun")


def _text(told: Told) -> str:
    return " ".join((*told.mention.topics, _evidence(told)))


def _evidence(told: Told) -> str:
    return " ".join(span.text for span in told.mention.evidence)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
