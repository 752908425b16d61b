"""The table of comparisons: what speaks for and against two mentions being one event, each with its reason."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from dragoman.merge.dates import Days, stated
from dragoman.merge.told import Told
from dragoman.merge.words import content, numbers
from dragoman.model import Actor, Comparison

Compare = Callable[[Told, Told], Comparison]

_STANDS_FOR = {"GOV", "MIL", "LEG", "JUD", "COP", "UNK"}


def participants(left: Told, right: Told) -> Comparison:
    """Are those who do it, and those who get it, the same?"""
    if left.mention.symmetric or right.mention.symmetric:
        score, reason = _side(left, right, left.participants, right.participants)
        return Comparison(name="participants", score=score, reason=reason)
    doers, said = _side(left, right, left.mention.actors, right.mention.actors)
    getters, got = _side(left, right, left.mention.recipients, right.mention.recipients)
    if doers < 0:
        return Comparison(name="participants", score=doers, reason=f"doers: {said}")
    if not (left.mention.recipients or right.mention.recipients):
        return Comparison(name="participants", score=doers, reason=f"doers: {said}; no receivers")
    score = min(doers, getters) if getters < 0 else (doers + getters) / 2
    return Comparison(name="participants", score=score, reason=f"doers: {said}; receivers: {got}")


def dates(left: Told, right: Told) -> Comparison:
    """Can the event have been on the same day in both?"""
    one, other = stated(left), stated(right)
    if one is None or other is None:
        return Comparison(name="dates", score=0.0, reason="one of them names no day")
    words = f"{_words(one)} and {_words(other)}"
    gap = one.gap(other)
    if gap:
        return _apart(one, other, gap, words, left.publisher == right.publisher)
    longer = max(one.length, other.length)
    if longer == 1:
        return Comparison(name="dates", score=1.0, reason=f"both on {one.since}")
    score = 0.6 if longer <= 10 else 0.3 if longer <= 31 else 0.1
    return Comparison(name="dates", score=score, reason=f"{words} overlap")


def places(left: Told, right: Told) -> Comparison:
    """Can both have been in the same place?"""
    one, other = left.mention.where, right.mention.where
    if one is None or other is None:
        return Comparison(name="places", score=0.0, reason="one of them names no place")
    words = f"{one.name} and {other.name}"
    if one.name.casefold() == other.name.casefold():
        return Comparison(name="places", score=1.0, reason=f"both in {one.name}")
    if one.country and other.country and one.country != other.country:
        return Comparison(name="places", score=-1.0, reason=f"{words} lie in different countries")
    if "city" == one.precision == other.precision:
        return Comparison(name="places", score=-0.7, reason=f"{words} are different cities")
    if one.country and one.country == other.country:
        return Comparison(name="places", score=0.3, reason=f"{words} lie in the same country")
    return Comparison(name="places", score=0.0, reason=f"{words} may or may not contain each other")


def modes(left: Told, right: Told) -> Comparison:
    """Is it the same manner of act: a call is no meeting?"""
    one, other = left.mention.mode, right.mention.mode
    if one is None or other is None:
        return Comparison(name="modes", score=0.0, reason="one of them says no mode")
    if one == other:
        return Comparison(name="modes", score=1.0, reason=f"both {one}")
    score = _mode_table().get((left.mention.type, one, other), -1 / 3)
    return Comparison(name="modes", score=score, reason=f"{one} and {other}")


def statuses(left: Told, right: Told) -> Comparison:
    """Do they agree that it happened? A plan and its fulfilment do."""
    one, other = left.mention.status, right.mention.status
    if one == other:
        return Comparison(name="statuses", score=0.2, reason=f"both {one}")
    if "denied" in (one, other):
        return Comparison(name="statuses", score=-1.0, reason=f"one {one}, the other {other}")
    if {one, other} == {"planned", "actual"} and not _held_after_announced(left, right):
        return Comparison(name="statuses", score=-0.5, reason="the plan was announced after the act")
    return Comparison(name="statuses", score=0.0, reason=f"{one} and {other} can be the same event at different times")


def wording(left: Told, right: Told) -> Comparison:
    """Do they speak of the same matter, names of participants left aside?"""
    one, other = content(left), content(right)
    fewer = min(len(one), len(other))
    if fewer < 3:
        return Comparison(name="wording", score=0.0, reason="too few words to compare")
    shared = sorted(one & other)
    share = len(shared) / fewer
    score = max(-0.5, min(1.0, (share - 0.15) / 0.35))
    listed = ", ".join(shared[:6]) or "none"
    return Comparison(
        name="wording", score=round(score, 3), reason=f"{len(shared)} of {fewer} word stems shared: {listed}"
    )


def figures(left: Told, right: Told) -> Comparison:
    """Do they give the same numbers?"""
    one, other = numbers(left), numbers(right)
    shared = sorted(one & other)
    if shared:
        return Comparison(name="figures", score=1.0, reason=f"both say {', '.join(shared)}")
    return Comparison(name="figures", score=0.0, reason="no number in both")


def reports(left: Told, right: Told) -> Comparison:
    """Did the two reports appear near each other?"""
    one, other = left.published, right.published
    if one is None or other is None:
        return Comparison(name="reports", score=0.0, reason="one of them has no day of publication")
    gap = abs((one - other).days)
    score = 1.0 if gap <= 1 else 0.5 if gap <= 3 else 0.0 if gap <= 14 else -0.5
    return Comparison(name="reports", score=score, reason=f"published {gap} days apart")


TABLE: tuple[tuple[Compare, float], ...] = (
    (participants, 2.0),
    (dates, 2.0),
    (modes, 0.5),
    (statuses, 1.0),
    (places, 1.0),
    (reports, 0.5),
    (wording, 1.5),
    (figures, 0.5),
)
"""Every comparison and its weight in the sum, what parts most pairs first; a score of -1 in any decides alone."""


def compare(left: Told, right: Told) -> Iterator[tuple[Comparison, float]]:
    """Run the table over a pair, stopping at the first comparison that decides alone.

    Args:
        left: the one.
        right: the other.

    Returns:
        Comparisons with their weights.
    """
    for function, weight in TABLE:
        comparison = function(left, right)
        yield comparison, weight
        if comparison.score <= -1:
            return


def _side(left: Told, right: Told, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    if not one or not other:
        return 0.0, "left open by one of them"
    one, other = _core(left, one), _core(right, other)
    shared = set(one) & set(other)
    rest, others = [a for a in one if a not in shared], [b for b in other if b not in shared]
    if not rest and not others:
        return 1.0, "the same"
    if not rest or not others:
        return (0.8 if len(shared) > 1 else 0.3), "one names fewer"
    ties = [max(_tie(left.actors.get(a), right.actors.get(b)) for b in others) for a in rest]
    best = sum(tie for tie in ties if tie > 0)
    if not best:
        return (-0.3, "some the same, others not") if len(shared) > 1 else (-1.0, "different")
    kept = len(shared) + best
    return round(kept / max(len(one), len(other), 1) * 0.8, 3), "some stand for others"


def _core(told: Told, side: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out states whose own officials are named beside them: the officials say who it was."""
    present = {told.country(key) for key in side if key in told.actors and told.actors[key].kind != "country"}
    states = {key for key in side if key in told.actors and told.actors[key].kind == "country"}
    return tuple(key for key in side if key not in states or told.country(key) not in present)


def _tie(one: Actor | None, other: Actor | None) -> float:
    """How far two actors with different ids stand for the same party: a state and its officials do, in part."""
    if one is None or other is None or not one.country or one.country != other.country:
        return 0.0
    if "country" in (one.kind, other.kind):
        official = other if one.kind == "country" else one
        return 0.6 if official.sector in _STANDS_FOR else 0.2
    if "government_body" in (one.kind, other.kind):
        return 0.4
    return 0.0 if "person" in (one.kind, other.kind) else 0.4


def _apart(one: Days, other: Days, gap: int, words: str, same_outlet: bool) -> Comparison:
    """Give a day's leeway to different outlets' clocks, two where a day is only guessed or a stretch begins."""
    reason = f"{words} are {gap} days apart"
    exact = one.firm and other.firm and one.length == other.length == 1
    if gap > (1 if exact else 2) or (exact and same_outlet):
        return Comparison(name="dates", score=-1.0, reason=reason)
    score = -0.5 if exact else 0.0 if one.firm and other.firm else 0.3
    return Comparison(name="dates", score=score, reason=f"{reason}, as reports of one event may be")


def _words(days: Days) -> str:
    return f"{days.since}" if days.length == 1 else f"{days.since} to {days.until}"


def _held_after_announced(left: Told, right: Told) -> bool:
    plan, act = (left, right) if left.mention.status == "planned" else (right, left)
    days = stated(act)
    return plan.published is None or days is None or plan.published <= days.until


@cache
def _mode_table() -> dict[tuple[str, str, str], float]:
    lines = (files("dragoman.merge") / "modes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    both = [((kind, a, b), float(score)) for kind, one, other, score in rows for a, b in ((one, other), (other, one))]
    return dict(both)
