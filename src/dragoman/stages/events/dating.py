"""Finds the day of an act: from the expression that its words govern, else its sentence, else the report's own day."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dragoman.knowledge.frames.weights import day_weights
from dragoman.model import Document, EventDate, When
from dragoman.model.mention import ASSUMED
from dragoman.model.when import NARRATIVE, PUBLISHED, STATED
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.match import Match
from dragoman.stages.events.narrated import LONGEST, Narrated, Timed, value_of
from dragoman.stages.events.occasions import (
    ABOUT,
    apart,
    beside,
    dates_another,
    direct,
    governs,
    head_of,
    labels,
    of_another,
    of_late,
    told_before,
)
from dragoman.stages.events.status import PAST, Standing
from dragoman.stages.events.tree import Tree
from dragoman.stages.events.undated import Choice, Undated, chosen

FINITE = frozenset(("past", "present", "perfect"))
LASTING = frozenset(("perfect", "present"))
DEEP = 10
"""From which sentence on a report tells in the perfect what lies behind its news."""
SLACK = timedelta(days=1)
"""By how much a report's day may lie before that of its own news, for it is another day elsewhere."""

Watch = Callable[[Match, Sequence[Choice]], None]


class Dating:
    """Dates the acts of one report.

    Args:
        document: with the layer `times`.
        tree: its trees.
    """

    def __init__(self, document: Document, tree: Tree) -> None:
        self._tree = tree
        stamp = document.article.published
        self._day: date | None = stamp.day if stamp else None
        self._published = stamp.day.isoformat() if stamp else None
        self._by_sentence: dict[int, list[Timed]] = defaultdict(list)
        for when in document.times:
            if when.since is not None and when.type in ("DATE", "TIME") and when.first < len(tree.tokens):
                self._by_sentence[tree.sentence_of[when.first]].append((head_of(tree, when.first, when.last), when))
        self._narrated = Narrated(self._day, self._by_sentence, tree)
        self._undated = Undated(self._day, self._by_sentence, tree) if self._day else None
        self.watch: Watch | None = None
        """Hears which days an act without one was weighed between."""

    @property
    def published(self) -> str | None:
        """The report's own day."""
        return self._published

    def date(
        self, match: Match, standing: Standing, *, speech: bool, promised: bool = False, quoted: bool = False
    ) -> tuple[EventDate | None, When | None]:
        """Find the day of an act.

        Args:
            match: the frame and where it was evoked.
            standing: its status and tense.
            speech: whether it is an act of words, which news tells as of its own day more readily.
            promised: whether it is the promise of what its words tell, so that a day ahead is not its own.
            quoted: whether it stands in quotation marks.

        Returns:
            The day with its basis, and the expression that it rests on; None where nothing says.
        """
        tree = self._tree
        verb = match.support if match.support >= 0 else match.head
        told = speech or tree.lemmas[match.head] in ABOUT
        done = promised or speech or (standing.status == "actual" and standing.tense in PAST)
        lies = "behind" if done else "ahead" if standing.status == "planned" else "anywhere"
        found = self._said(match, verb, lies, speech=told)
        if found is not None:
            head, when, stands = found
            ongoing = standing.tense in LASTING and "since" in tree.cases.get(head, ())
            return self._stated(when, f"{when.span.text!r} {stands}", ongoing=ongoing), when
        if self._published and standing.status == "actual" and of_late(tree, verb):
            return EventDate(value=self._published[:7], basis=PUBLISHED, reason="of recent days"), None
        if told_before(tree, match, verb):
            return None, None
        ruled: tuple[EventDate | None, When | None] = (None, None)
        if self._published and self._is_news(match, verb, standing, speech=speech, promised=promised):
            ruled = self._as_news(verb, standing, speech=speech or promised)
        if self._undated is None or (standing.status != "actual" and not promised):
            return ruled
        choices = self._undated.choices(match, verb, standing, ruled[0], speech=speech, quoted=quoted)
        if self.watch is not None:
            self.watch(match, choices)
        return chosen(choices, day_weights(), ruled)

    def _as_news(self, verb: int, standing: Standing, *, speech: bool) -> tuple[EventDate | None, When | None]:
        """Date what is told as news: of the day of which the report tells just then, mostly its own."""
        back = self._narrated.looks_back(verb) if not speech and standing.tense == "past" else ()
        told = back[-1] if back else self._narrated.day(verb, standing.tense)
        value = value_of(told) if told is not None and told.since == told.until else None
        if told is not None and value is not None:
            return EventDate(value=value, basis=NARRATIVE, reason=f"told as the news of {told.span.text!r}"), told
        if back or self._published is None:
            return None, None
        return EventDate(value=self._published, basis=ASSUMED, reason="told as news without a day"), None

    def ahead(self, found: EventDate | None) -> bool:
        """Tell whether a day lies after the report's."""
        since = found.value.partition("/")[0] if found is not None else ""
        return self._day is not None and since[:10] > (self._day + SLACK).isoformat()[: len(since)]

    def _said(self, match: Match, verb: int, lies: str, *, speech: bool) -> tuple[int, When, str] | None:
        """Find the expression that says an act's day, the word that ties it, and how the two stand."""
        tree = self._tree
        times = self._by_sentence.get(tree.sentence_of[match.head], [])
        times = [(head, when) for head, when in times if not dates_another(tree, match, when) and self._near(when)]
        fitting = [(head, when) for head, when in times if self._fits(when, lies)]
        named = match.frame.pos == "noun" and match.support < 0
        for head, when in fitting if named else ():
            if beside(tree, match.head, when):
                return head, when, f"stands beside {tree.tokens[match.head].text!r}"
        for head, when in fitting:
            if governs(tree, match, verb, head, when, speech=speech):
                return head, when, f"stands with {tree.tokens[match.head].text!r}"
        return self._nearest(match, verb, fitting, speech=speech)

    def _nearest(self, match: Match, verb: int, times: list[Timed], *, speech: bool) -> tuple[int, When, str] | None:
        """Find the day that stands with the nearest verb above an act, or with the place where it was done."""
        tree = self._tree
        goal = tree.where(verb)
        nearest: tuple[int, int, When] | None = None
        for head, when in times:
            above = tree.verb_above(head)
            at_goal = goal is not None and tree.tokens[head].head in (goal, tree.tokens[goal].head)
            if goal is not None and at_goal and goal < when.first < verb:
                return head, when, "stands with the place"
            steps = tree.steps(verb, above) if above is not None else None
            if above is None or steps is None or labels(tree, head, when) or apart(tree, match, verb, above):
                continue
            if speech and (of_another(tree, above, head) or not direct(tree, above, head)):
                continue
            if nearest is None or steps < nearest[0]:
                nearest = (steps, head, when)
        return (nearest[1], nearest[2], "stands in the same clause chain") if nearest is not None else None

    def _near(self, when: When) -> bool:
        """Tell whether a day lies at most a year ahead: what lies further is a horizon, not the day of an act."""
        return self._day is None or when.since is None or when.since <= self._day + LONGEST

    def _fits(self, when: When, lies: str) -> bool:
        """What happened lies behind the report, what is planned ahead; who "travels to Rome" may do so next week."""
        if self._day is None or when.since is None or when.until is None:
            return True
        if lies == "behind":
            return when.since <= self._day + SLACK
        return lies != "ahead" or when.until >= self._day

    def _stated(self, when: When, reason: str, *, ongoing: bool) -> EventDate | None:
        value = value_of(when)
        if value is None:
            return None
        if ongoing and when.since is not None and self._published and value < self._published:
            value = f"{when.since.isoformat()}/{self._published}"
        basis = when.basis if when.basis in (STATED, PUBLISHED, NARRATIVE) else STATED
        return EventDate(value=value, basis=basis, span=when.span, reason=reason)

    def _is_news(self, match: Match, verb: int, standing: Standing, *, speech: bool, promised: bool) -> bool:
        if (standing.status != "actual" and not promised) or standing.tense == "pluperfect":
            return False
        if not speech and self._stands(verb, standing):
            return False
        # what the tagger alone sees at a noun ("a blow to our allies") is mostly said here and now
        heard = speech and match.frame.name == LEARNED
        if match.frame.pos == "noun" and match.support < 0 and not (promised or heard):
            return False
        if self._in_relative(verb):
            return False
        if speech or promised:
            return True
        return standing.tense in FINITE and self._tree.rel(verb) in ("root", "conj", "ccomp", "parataxis", "advcl")

    def _stands(self, verb: int, standing: Standing) -> bool:
        """Tell whether the perfect says far down a report how things stand, not what is new."""
        return standing.tense == "perfect" and standing.governor != "said" and self._tree.sentence_of[verb] >= DEEP

    def _in_relative(self, verb: int) -> bool:
        tree = self._tree
        for _ in range(4):
            if tree.rel(verb) == "acl":
                return True
            if tree.rel(verb) not in ("conj", "xcomp"):
                return False
            verb = tree.tokens[verb].head
        return False
