"""Finds the day that a report has come to when it tells an act without one: yesterday's news, an older story."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile

from dragoman.model import When
from dragoman.stages.events.salience import OPENING
from dragoman.stages.events.tree import Tree

FRESH = timedelta(days=3)
LATELY = timedelta(days=7)
DAY = timedelta(days=1)
BACK = 3
"""How many sentences a day of the past reaches for what is told after it."""
BELOW = 2
"""How many sentences below a headline may say its day."""

LONGEST = timedelta(days=370)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
_MONTH = re.compile(r"\d{4}-\d{2}$")
_YEAR = re.compile(r"\d{4}$")

Timed = tuple[int, When]
"""An expression of time with the word by which it is tied to its sentence."""


class Narrated:
    """Follows the days that one report tells of.

    Args:
        published: the report's own day.
        by_sentence: the times of each sentence.
        tree: its trees.
    """

    def __init__(self, published: date | None, by_sentence: Mapping[int, Sequence[Timed]], tree: Tree) -> None:
        self._published = published
        self._by_sentence = by_sentence
        self._tree = tree

    def looks_back(self, verb: int) -> Sequence[When]:
        """Give the earlier days to which a report has gone back before an act, none where it is at its news."""
        sentence = self._tree.sentence_of[verb]
        if sentence < OPENING or self._published is None:
            return ()
        fresh = self._published - FRESH
        for earlier in range(sentence, max(sentence - BACK, 0) - 1, -1):
            told = [when for head, when in self._by_sentence.get(earlier, ()) if earlier < sentence or head < verb]
            if told:
                return told if all(when.until is not None and when.until < fresh for when in told) else ()
        return ()

    def day(self, verb: int, tense: str) -> When | None:
        """Give the earlier day whose news a report tells with an act; None where it may be its own day's."""
        if tense not in ("past", "present", "none"):
            return None
        return self._below(verb) or (self._yesterday(verb) if tense == "past" else None)

    def _yesterday(self, verb: int) -> When | None:
        """Give the day before the report's where the report tells that one's news.

        Its last day told before an act is yesterday, and nothing in it so far is of its own day.
        """
        if self._published is None:
            return None
        sentence = self._tree.sentence_of[verb]
        days = list(self._days_before(verb))
        if not days or sentence - days[0][0] > BACK or days[0][1].since != self._published - DAY:
            return None
        return days[0][1] if all(when.since != self._published for _, when in days) else None

    def _below(self, verb: int) -> When | None:
        """Give the day that the report says first below its headline, which tells that day's news."""
        tree = self._tree
        if self._published is None or tree.sentence_of[verb] or self._by_sentence.get(0) or not self._has_headline():
            return None
        for sentence in range(1, BELOW + 1):
            days = [when for _, when in self._by_sentence.get(sentence, ()) if when.grain == "day" and when.since]
            if days:
                first = days[0].since
                return days[0] if first and self._published - LATELY < first < self._published else None
        return None

    def _has_headline(self) -> bool:
        """Tell whether a line without a stop opens the report."""
        first = takewhile(lambda token: not self._tree.sentence_of[token.i], self._tree.tokens)
        return [token.text for token in first][-1][-1].isalnum()

    def _days_before(self, verb: int) -> Iterator[tuple[int, When]]:
        """List the days told before an act, the last first, each with its sentence."""
        own = self._tree.sentence_of[verb]
        for sentence in range(own, -1, -1):
            for head, when in reversed(self._by_sentence.get(sentence, ())):
                if (sentence < own or head < verb) and when.since is not None and when.since == when.until:
                    yield sentence, when


def value_of(when: When) -> str | None:
    """Write a resolved expression as an event's date: a day, a month, a year, or `start/end`."""
    day = _DAY.match(when.value)
    if day:
        return day.group()
    if _MONTH.match(when.value) or _YEAR.match(when.value):
        return when.value
    if when.since is None or when.until is None or when.until - when.since > LONGEST:
        return None
    if when.since == when.until:
        return when.since.isoformat()
    return f"{when.since.isoformat()}/{when.until.isoformat()}"
