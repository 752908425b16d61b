"""Reads off raw text what speaks for an event in each sentence, and what against."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from dragoman.pipeline.cascade.named import KINDS, OWN, Named, named
from dragoman.pipeline.cascade.stems import plain, stems

Places = Sequence[tuple[int, int]]

MOST_NAMES, MOST_PREDICATES = 2, 3
FINEST = 12
"""Steps of rates, half a power of two each."""
MARKS = ("“", "”", '"')


class Signs(NamedTuple):
    """What speaks for or against an event in one sentence.

    Args:
        stems: of its words.
        others: how many names of each kind there are ("state 1") and how many predicates, how likely its likeliest and
            its second word are to tell an event, "quote" where it quotes, "own" where it names one of a user's actors.
    """

    stems: frozenset[str]
    others: tuple[str, ...]


def signs(text: str, places: Places, heads: frozenset[str], rates: Mapping[str, float]) -> list[Signs]:
    """Give the signs of every sentence.

    Args:
        text: of a report.
        places: (start, end) of its sentences, in order.
        heads: stems of the words that predicates of frames begin with.
        rates: how often a word of a stem tells an event.
    """
    words = plain(text)
    names = sorted(named(words))
    starts = [start for start, _ in names]
    found = []
    for start, end in places:
        inside = names[bisect_left(starts, start) : bisect_left(starts, end)]
        mine = frozenset(stems(words[start + 1 : end + 1]))
        quotes = ("quote",) if any(mark in text[start:end] for mark in MARKS) else ()
        found.append(Signs(mine, (*_of_words(mine, heads, rates), *_of_names(inside), *quotes)))
    return found


def _of_words(mine: frozenset[str], heads: frozenset[str], rates: Mapping[str, float]) -> Iterator[str]:
    usual = {True: rates["predicate"], False: rates["other"]}
    likely = sorted([rates.get(stem) or usual[stem in heads] for stem in mine], reverse=True)
    yield f"predicate {min(len(mine & heads), MOST_PREDICATES)}"
    yield f"surest {_step(likely[0] if likely else 0.0)}"
    yield f"second {_step(likely[1] if len(likely) > 1 else 0.0)}"


def _step(rate: float) -> int:
    return FINEST if rate <= 0.0 else min(max(int(-2.0 * log2(rate)), 0), FINEST)


def _of_names(inside: Sequence[Named]) -> Iterator[str]:
    met = [kind for _, kinds in inside for kind in kinds]
    yield from (f"{kind} {min(met.count(kind), MOST_NAMES)}" for kind in KINDS)
    if OWN in met:
        yield OWN
