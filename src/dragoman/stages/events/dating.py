"""Finds the day of an act: from the expression that its words govern, else its sentence, else the report's own day."""

import re
from collections import defaultdict
from datetime import timedelta

from dragoman.model import Document, EventDate, When
from dragoman.stages.events.match import Match
from dragoman.stages.events.status import Standing
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import base

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH = re.compile(r"\d{4}-\d{2}$")
YEAR = re.compile(r"\d{4}$")
FINITE = frozenset(("past", "present", "perfect"))
UNITS = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade"))
LONGEST = timedelta(days=370)


class Dating:
    """Dates the acts of one report.

    Args:
        document: with the layer `times`.
        tree: its trees.
    """

    def __init__(self, document: Document, tree: Tree) -> None:
        self._tree = tree
        stamp = document.article.published
        self._published = stamp.day.isoformat() if stamp else None
        self._by_sentence: dict[int, list[tuple[int, When]]] = defaultdict(list)
        for when in document.times:
            if when.since is not None and when.type in ("DATE", "TIME") and when.first < len(tree.tokens):
                self._by_sentence[tree.sentence_of[when.first]].append((_head(tree, when), when))

    @property
    def published(self) -> str | None:
        """The report's own day."""
        return self._published

    def date(self, match: Match, standing: Standing, *, speech: bool) -> tuple[EventDate | None, When | None]:
        """Find the day of an act.

        Args:
            match: the frame and where it was evoked.
            standing: its status and tense.
            speech: whether it is an act of words, which news tells as of its own day more readily.

        Returns:
            The day with its basis, and the expression that it rests on; None where nothing says.
        """
        tree = self._tree
        verb = match.support if match.support >= 0 else match.head
        times = self._by_sentence.get(tree.sentence_of[match.head], [])
        times = [(head, when) for head, when in times if not self._dates_another(match, when)]
        for head, when in times:
            if self._governs(match, verb, head, when):
                return self._stated(when, f"{when.span.text!r} stands with {tree.tokens[match.head].text!r}"), when
        goal = tree.where(verb)
        nearest = None
        for head, when in times:
            above = tree.verb_above(head)
            if (
                goal is not None
                and goal < when.first < verb
                and tree.tokens[head].head in (goal, tree.tokens[goal].head)
            ):
                return self._stated(when, f"{when.span.text!r} stands with the place"), when
            steps = tree.steps(verb, above) if above is not None else None
            if above is None or steps is None or self._labels(head, when) or self._apart(verb, above):
                continue
            if nearest is None or steps < nearest[0]:
                nearest = (steps, when)
        if nearest is not None:
            when = nearest[1]
            return self._stated(when, f"{when.span.text!r} stands in the same clause chain"), when
        if self._is_news(match, verb, standing, speech=speech) and self._published:
            reason = "told as news without a day"
            return EventDate(value=self._published, basis="assumed from published", reason=reason), None
        return None, None

    def _dates_another(self, match: Match, when: When) -> bool:
        """ "a day after they met" is the day of the meeting behind it, not of what stands before."""
        following = self._tree.lowers[when.last] if when.last < len(self._tree.lowers) else ""
        counted = self._tree.lemmas[when.last - 1] in UNITS and following in ("after", "before")
        return (counted or when.span.text.lower().endswith(("after", "before"))) and match.head < when.first

    def _labels(self, head: int, when: When) -> bool:
        """Tell whether a year or month only names a thing ("the 2011 floods", "the 2023 budget")."""
        if len(when.value) > len("2011-11") or when.value.count("-") > 1:
            return False
        token = self._tree.tokens[head]
        return base(token.deprel) in ("compound", "nummod", "amod", "nmod")

    def _governs(self, match: Match, verb: int, head: int, when: When) -> bool:
        tree = self._tree
        word = head
        for _ in range(4):
            above = tree.tokens[word].head
            if above != match.head and word == head and self._labels(head, when):
                return False
            if above in (verb, match.head) or above in match.words:
                return True
            if tree.tokens[word].is_root or tree.verbal(above):
                return False
            word = above
        return False

    def _apart(self, verb: int, above: int) -> bool:
        """Tell whether a clause of its own (a relative clause, a pluperfect) stands between an act and a day."""
        tree = self._tree
        word = verb
        while word != above and not tree.tokens[word].is_root:
            if tree.rel(word) == "acl" or any(tree.lowers[c] == "had" for c in tree.kids(word, "aux")):
                return True
            word = tree.tokens[word].head
        return False

    def _stated(self, when: When, reason: str) -> EventDate | None:
        value = value_of(when)
        if value is None:
            return None
        basis = when.basis if when.basis in ("stated", "relative to published", "relative to narrative") else "stated"
        return EventDate(value=value, basis=basis, span=when.span, reason=reason)

    def _is_news(self, match: Match, verb: int, standing: Standing, *, speech: bool) -> bool:
        if standing.status != "actual" or standing.tense == "pluperfect":
            return False
        tree = self._tree
        if match.frame.pos == "noun" and match.support < 0:
            return False
        if self._in_relative(verb):
            return False
        if speech:
            return True
        return standing.tense in FINITE and (tree.rel(verb) in ("root", "conj", "ccomp", "parataxis", "advcl"))

    def _in_relative(self, verb: int) -> bool:
        tree = self._tree
        for _ in range(4):
            if tree.rel(verb) == "acl":
                return True
            if tree.rel(verb) not in ("conj", "xcomp"):
                return False
            verb = tree.tokens[verb].head
        return False


def value_of(when: When) -> str | None:
    """Write a resolved expression as an event's date: a day, a month, a year, or `start/end`."""
    day = DAY.match(when.value)
    if day:
        return day.group()
    if MONTH.match(when.value) or YEAR.match(when.value):
        return when.value
    if when.since is None or when.until is None or when.until - when.since > LONGEST:
        return None
    if when.since == when.until:
        return when.since.isoformat()
    return f"{when.since.isoformat()}/{when.until.isoformat()}"


def _head(tree: Tree, when: When) -> int:
    last = min(when.last, len(tree.tokens))
    for i in range(when.first, last):
        head = tree.tokens[i].head
        if not when.first <= head < last or head == i:
            return i
    return when.first
