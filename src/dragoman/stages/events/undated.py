"""Weighs on which day an act lies that no words date: the report's, the day before, a day told nearby, its month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import exp

from dragoman.model import EventDate, When
from dragoman.model.mention import ASSUMED
from dragoman.model.when import NARRATIVE
from dragoman.stages.events.match import Match
from dragoman.stages.events.narrated import DAY, Timed, value_of
from dragoman.stages.events.occasions import labels, of_another
from dragoman.stages.events.status import Standing
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import kept

BACK = 3
"""How many sentences before an act a time is looked for."""
DEPTHS = (0, 1, 2, 4, 7, 12, 20, 30)
AGES = (-1, 0, 1, 2, 7, 31, 120, 400)
NO_DAY = 0.5
"""How likely it must be that an act has a day at all."""
CLEAR = 0.4
"""How likely a day must be among all days, for its month is said else."""
FRESH = 0.5
"""How likely among all days the report's own and its eve must be together for the likelier of them to be said."""
REASONS = {"own": "told as news without a day", "eve": "told as news of the day before"}
OWN, EVE, MONTH, NONE, TOLD = "own", "eve", "month", "none", "told"


@dataclass(frozen=True, slots=True)
class Choice:
    """A day on which an act may lie.

    Args:
        kind: the report's own day, its eve, its month, none, or one told.
        value: as an event's date; empty for none.
        own: what is to be weighed of the day itself.
        act: what is to be weighed of the act, for a day of this kind.
        when: the expression of one told.
    """

    kind: str
    value: str
    own: tuple[str, ...]
    act: tuple[str, ...]
    when: When | None = None

    @property
    def signs(self) -> tuple[str, ...]:
        """All that is to be weighed, as the table of weights has it."""
        return (*self.own, *[f"{self.kind} {sign}" for sign in self.act])


def _step(value: int, steps: Sequence[int]) -> int:
    return max((step for step in steps if step <= value), default=steps[0] - 1)


class Undated:
    """Lists and weighs the days on which the undated acts of one report may lie.

    Args:
        published: the report's day.
        by_sentence: the times of each sentence.
        tree: its trees.
    """

    def __init__(self, published: date, by_sentence: Mapping[int, Sequence[Timed]], tree: Tree) -> None:
        self._published = published
        self._by_sentence = by_sentence
        self._tree = tree

    def choices(
        self, match: Match, verb: int, standing: Standing, ruled: EventDate | None, *, speech: bool, quoted: bool
    ) -> list[Choice]:
        """List the days on which an act may lie.

        Args:
            match: the frame and where it was evoked.
            verb: the word that carries it.
            standing: its status and tense.
            ruled: its day by rule.
            speech: whether it is an act of words.
            quoted: whether it stands in quotation marks.
        """
        act = (*self._of_act(match, verb, standing, speech=speech, quoted=quoted), *self._of_report(verb))
        rule = ruled.value if ruled is not None else ""
        day = self._published.isoformat()
        plain = [(OWN, day), (EVE, (self._published - DAY).isoformat()), (MONTH, day[:7]), (NONE, "")]
        found = []
        for kind, value in plain:
            found.append(Choice(kind, value, (kind, f"{kind} ruled {value == rule}"), act))
        tensed = (standing.tense, f"{standing.tense} {'speech' if speech else 'deed'}", match.frame.pos)
        for value, when, own in self._told(verb):
            signs = (TOLD, f"told ruled {value == rule}", *own, *[f"{sign} {t}" for sign in own for t in tensed])
            found.append(Choice(TOLD, value, signs, act, when))
        return found

    def _of_act(self, match: Match, verb: int, standing: Standing, *, speech: bool, quoted: bool) -> Iterator[str]:
        tree, tense = self._tree, standing.tense
        kind = "speech" if speech else "deed"
        noun = match.frame.pos == "noun"
        form = "bare noun" if noun and match.support < 0 else "noun" if noun else match.frame.pos
        depth = _step(tree.sentence_of[verb], DEPTHS)
        yield f"tense {tense} {kind}"
        yield f"status {standing.status} {kind}"
        yield f"governor {standing.governor} {tense}"
        yield f"type {match.frame.type}"
        yield f"type {match.frame.type} {tense}"
        yield f"form {form} {kind}"
        yield f"relation {tree.rel(verb)} {tense}"
        yield f"relation {tree.rel(verb)} {form}"
        yield f"depth {depth} {kind}"
        yield f"depth {depth} {tense}"
        yield f"quoted {quoted}"
        if any(tree.tokens[word].deprel.startswith("acl") for word in self._chain(verb)):
            yield f"relative {tense}"
        for word in tree.kids(verb, "advmod"):
            yield f"adverb {tree.lemmas[word]}"
        for word in tree.kids(verb, "advcl", "obl"):
            for case in sorted(tree.cases.get(word, ())):
                yield f"with {case}"
        if form == "bare noun":
            yield from (f"det {det}" for det in sorted(tree.marked(verb, "det")))
            yield f"owned {bool(tree.kids(verb, 'nmod'))}"
            yield from (f"case {case}" for case in sorted(tree.cases.get(verb, ())))
        above = tree.verb_above(verb)
        if above is not None:
            yield f"under {tree.lemmas[above]}"

    def _of_report(self, verb: int) -> Iterator[str]:
        size = 0 if self._sentences < 15 else 15 if self._sentences < 30 else 30
        yield f"size {size}"
        yield f"size {size} depth {_step(self._tree.sentence_of[verb], DEPTHS)}"
        yield f"first told {self._first}"
        yield f"today told {self._today}"
        sentence = self._tree.sentence_of[verb]
        last = next((whens[-1][1] for s in range(sentence - 1, -1, -1) if (whens := self._by_sentence.get(s))), None)
        yield f"last told {self._age(last)}"
        here = [when for _, when in self._by_sentence.get(sentence, ())]
        yield f"told here {len(here) and self._age(here[0])}"

    @cached_property
    def _sentences(self) -> int:
        return self._tree.sentence_of[-1] + 1

    @cached_property
    def _first(self) -> str:
        """How old the first day is of which a report tells."""
        days = (w for s in sorted(self._by_sentence) for _, w in self._by_sentence[s] if w.grain == "day")
        return self._age(next(days, None))

    @cached_property
    def _today(self) -> bool:
        return any(w.since == self._published == w.until for times in self._by_sentence.values() for _, w in times)

    def _age(self, when: When | None) -> str:
        if when is None or when.until is None:
            return "no"
        return f"{when.grain} {_step((self._published - when.until).days, AGES)}"

    def _told(self, verb: int) -> Iterator[tuple[str, When, list[str]]]:
        """List the times told nearby, with how they stand to an act."""
        tree = self._tree
        sentence = tree.sentence_of[verb]
        nearer = 0
        reach = range(sentence, max(sentence - BACK, 0) - 1, -1)
        for earlier in (*reach, *((1, 2) if sentence == 0 else ())):
            times = self._by_sentence.get(earlier, ())
            for head, when in reversed(times):
                value = value_of(when)
                if value is None or nearer > 4:
                    continue
                age = self._age(when)
                if earlier == sentence:
                    place = self._place(verb, head, when)
                else:
                    place = f"back {sentence - earlier} {min(nearer, 2)}"
                last = f"told nearer {min(nearer, 2)}"
                yield value, when, [f"told {place}", f"told age {age}", f"told {place} age {age}", last]
                nearer += 1

    def _place(self, verb: int, head: int, when: When) -> str:
        """Say how a time of its own sentence stands to an act."""
        tree = self._tree
        side = "before" if head < verb else "after"
        if labels(tree, head, when):
            return f"label {side}"
        above = tree.verb_above(head)
        if above is None:
            return f"loose {side}"
        over, under = tree.steps(verb, above), tree.steps(above, verb)
        way = "own" if above == verb else "over" if over is not None else "under" if under is not None else "beside"
        relation = tree.rel(verb) if way == "over" else ""
        other = "of another" if of_another(tree, above, head) else ""
        return " ".join(part for part in (way, side, relation, other) if part)

    def _chain(self, verb: int) -> list[int]:
        """Give a verb and those above it to which it is joined or of which it is a complement."""
        found = [verb]
        while len(found) < 4 and self._tree.rel(found[-1]) in ("conj", "xcomp"):
            found.append(self._tree.tokens[found[-1]].head)
        return found


@kept
def _by_kind(table: Mapping[str, float]) -> Mapping[str, Mapping[str, float]]:
    """Part the weights by the kind of day with which a sign begins, so that no sign of an act is spelt for each."""
    found: dict[str, dict[str, float]] = {kind: {} for kind in (OWN, EVE, MONTH, NONE, TOLD)}
    for sign, weight in table.items():
        kind, _, of_act = sign.partition(" ")
        found.setdefault(kind, {})[of_act] = weight
    return found


def likely(choices: Sequence[Choice], table: Mapping[str, float]) -> list[float]:
    """Give how likely each choice is."""
    kinds, weight = _by_kind(table), table.get
    totals = []
    for choice in choices:
        of_act = kinds[choice.kind].get
        own = [weight(sign, 0.0) for sign in choice.own]
        totals.append(sum(own + [of_act(sign, 0.0) for sign in choice.act]))
    most = max(totals)
    shares = [exp(total - most) for total in totals]
    whole = sum(shares)
    return [share / whole for share in shares]


def chosen(
    choices: Sequence[Choice], table: Mapping[str, float], ruled: tuple[EventDate | None, When | None]
) -> tuple[EventDate | None, When | None]:
    """Choose the day of an act, or its month where no day is likely enough, or none.

    Args:
        choices: the days on which it may lie.
        table: what each sign weighs; without any the rule is followed.
        ruled: its day by rule, with the expression behind it.
    """
    if not table:
        return ruled
    shares: dict[str, float] = {}
    for choice, share in zip(choices, likely(choices, table), strict=True):
        shares[choice.value] = shares.get(choice.value, 0.0) + share
    dated = 1.0 - shares.pop("")
    if dated < NO_DAY:
        return None, None
    month = next(choice.value for choice in choices if choice.kind == MONTH)
    best = max((value for value in shares if value != month), key=lambda value: shares[value])
    # who doubts only between the report's day and the one before need not fall back on the month
    fresh = sum([shares.get(choice.value, 0.0) for choice in choices if choice.kind in (OWN, EVE)])
    vague = shares[best] < dated * CLEAR and fresh < dated * FRESH
    if vague and sum([s for v, s in shares.items() if v[: len(month)] == month]) > shares[best]:
        return EventDate(value=month, basis=ASSUMED, reason="told as of late without a day"), None
    if ruled[0] is not None and ruled[0].value == best:
        return ruled
    choice = next(choice for choice in choices if choice.value == best)
    if choice.when is None:
        return EventDate(value=best, basis=ASSUMED, reason=REASONS[choice.kind]), None
    return EventDate(value=best, basis=NARRATIVE, reason=f"told beside {choice.when.span.text!r}"), choice.when
