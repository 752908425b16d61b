"""Folds the tellings of one act inside a report into one event, so that a row counts an event and not a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model.mention import ASSUMED
from dragoman.stages.events.arguments import Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.sameness import agree, another, settled, signs, strangers
from dragoman.stages.events.tree import Tree

Group = list[Candidate]
Round = tuple[Candidate, list[Candidate]]
"""A meeting told as one of many, with those that are told one by one."""

SURE = 4.0
"""The log odds of what is settled."""
AGAIN = -0.4
"""What the log odds must exceed before two tellings are one act: an act counted twice is a false event, which costs a
user more than one that hides behind another."""
MEETING = 0.5
"""The same for two meetings: two put together cannot be told apart again by others."""
MOST_GROUPS = 40
"""With how many acts of its type, those told last, a telling is compared."""
MOST_TELLINGS = 8
"""With how many tellings of an act, those told last, a telling is compared."""


def fold(candidates: Sequence[Candidate], tree: Tree, table: Mapping[str, float]) -> list[Group]:
    """Put the tellings of one act together: each joins the act to whose tellings it is likest on the whole.

    Args:
        candidates: tellings, in order of the text.
        tree: the trees of the report.
        table: what each sign weighs that two tellings are of one act.

    Returns:
        Groups of tellings, each one act, in the order of their first telling.
    """
    wholes = _rounds(candidates)
    groups: list[Group] = []
    by_type: dict[str, list[Group]] = {}
    for candidate in candidates:
        if any(candidate is whole for whole, _ in wholes):
            continue
        known = by_type.setdefault(candidate.type, [])
        near = known[-MOST_GROUPS:]
        may = [(n, group) for n, group in enumerate(near) if _may_join(group, candidate, wholes, tree)]
        best, n = max([(_likeness(group, candidate, tree, table), -n) for n, group in may], default=(-SURE, 0))
        if best > (MEETING if candidate.symmetric else AGAIN):
            near[-n].append(candidate)
        else:
            known.append([candidate])
            groups.append(known[-1])
    for whole, parts in wholes:
        for group in groups:
            if any(candidate is part for part in parts for candidate in group):
                group.append(_share(whole, people(group, "actor", "recipient")))
    return groups


def people(group: Iterable[Candidate], *roles: str) -> set[str]:
    """Give the ids of those in some roles over all tellings."""
    return set().union(*(candidate.ids(*roles) for candidate in group))


def _may_join(group: Group, candidate: Candidate, wholes: Sequence[Round], tree: Tree) -> bool:
    """Tell whether nothing forbids that a telling is of the act of a group."""
    if any(strangers(other, candidate) or another(tree, other, candidate) for other in group):
        return False
    rounds = [parts for _, parts in wholes if any(candidate is part for part in parts)]
    mine = candidate.ids("actor", "recipient")
    others = [part for parts in rounds for part in parts if part.ids("actor", "recipient") != mine]
    return not any(part is other for part in others for other in group)


def _likeness(group: Group, candidate: Candidate, tree: Tree, table: Mapping[str, float]) -> float:
    """Give the log odds that a telling is of the act of a group, the mean over its tellings."""
    near = group[-MOST_TELLINGS:]
    return sum([_odds(other, candidate, tree, table) for other in near]) / len(near)


def _odds(one: Candidate, other: Candidate, tree: Tree, table: Mapping[str, float]) -> float:
    if settled(one, other):
        return SURE
    return sum([table.get(sign, 0.0) for sign in signs(tree, one, other)])


def _rounds(candidates: Sequence[Candidate]) -> list[Round]:
    """Find meetings told as one of many that the report also tells one by one, with those.

    "Both ministers met the envoy" beside "the first met the envoy" and "the second met the envoy" is two meetings.
    """
    found = []
    meetings = [c for c in candidates if c.type == "CONSULT" and c.symmetric and c.match.frame.mode != "visit"]
    for whole in meetings:
        all_of_them = whole.ids("actor", "recipient")
        if len(all_of_them) < 3:
            continue
        parts = [c for c in meetings if len(c.ids("actor", "recipient")) >= 2 and _is_part(c, all_of_them, whole)]
        rounds = {frozenset(c.ids("actor", "recipient")) for c in parts}
        if len(rounds) >= 2 and set().union(*rounds) == all_of_them:
            found.append((whole, parts))
    return found


def _share(whole: Candidate, ids: set[str]) -> Candidate:
    """Cut a telling of several meetings down to those who took part in one of them."""

    def of_one(given: list[Participant]) -> list[Participant]:
        return [p for p in given if p.actor is not None and p.actor.id in ids]

    return replace(whole, actors=of_one(whole.actors), recipients=of_one(whole.recipients), told=None)


def _is_part(candidate: Candidate, all_of_them: set[str], whole: Candidate) -> bool:
    return candidate.ids("actor", "recipient") < all_of_them and _dates_fit(whole, candidate)


def _dates_fit(one: Candidate, other: Candidate) -> bool:
    if one.date is None or other.date is None or ASSUMED in (one.date.basis, other.date.basis):
        return True
    return agree(one.date.value, other.date.value)
