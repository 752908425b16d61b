"""Are those who take part the same in two mentions?"""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.fuzz import token_sort_ratio

from dragoman.merge.told import Told
from dragoman.merge.traits import Traits
from dragoman.model import Actor, Comparison

_STANDS_FOR = {"GOV", "MIL", "LEG", "JUD", "COP", "UNK"}
_FORCES = {"GOV", "MIL", "COP"}
"""Sectors of which an unnamed group stands for its state: 'Norwegian troops', 'Norwegian officials'."""
_SPELLING = 88
"""Likeness of two names, of 100, from which on they are one name spelt in two ways."""
_ALONE = 0.75
"""What the same single doer is worth where nobody says upon whom he acted; two who act together say more."""
_BESIDE = 0.9
"""What the same states are worth where one report names officials of theirs as well."""
_OFFICIAL, _BODY, _NATION, _OTHER = 0.6, 0.4, 0.3, 0.2
"""How far a state and its official, a state's body, a group of its people, anybody else of it stand for one another."""

_FIGHTERS, _FIGHT = 0.3, 0.45
"""How far the doers, and all who take part, must agree for two to speak of the same fight."""


def participants(left: Traits, right: Traits) -> Comparison:
    """Are those who do it, and those who get it, the same?"""
    one, other = left.mention, right.mention
    if one.symmetric or other.symmetric:
        if _wider(left.told, right.told):
            return _said(-1.0, "one outlet tells of them with and without somebody of a third state")
        score, words = _side(left.told, right.told, left.everybody, right.everybody, open_ended=False)
        return _said(*_or_by_state(left, right, left.told.participants, right.told.participants, score, words))
    doers, who = _doers(left, right)
    if doers < 0:
        return _said(doers, f"doers: {who}")
    if not (one.recipients or other.recipients):
        together = len(one.actors) > 1 and len(other.actors) > 1
        return _said(doers if together else _ALONE * doers, f"doers: {who}; no receivers")
    getters, whom = _receivers(left, right)
    score = min(doers, getters) if getters < 0 else (doers + getters) / 2
    return _said(score, f"doers: {who}; receivers: {whom}")


def same_fight(left: Traits, right: Traits) -> bool:
    """Tell whether two mentions of fighting speak of the same who fight: unnamed forces of somebody may be any."""
    doers, _ = _doers(left, right)
    return doers >= _FIGHTERS and participants(left, right).score >= _FIGHT


def _wider(left: Told, right: Told) -> bool:
    """Tell whether an outlet names persons who met in one report, and in another also a person of a third state.

    Whoever writes down each meeting of a minister lists who was there: talks of three are not those of two of them.
    """
    fewer, more = sorted((left, right), key=lambda told: len(told.participants))
    few, many = set(fewer.participants), set(more.participants)
    if left.publisher is None or left.publisher != right.publisher or left.article == right.article:
        return False
    if len(few) < 2 or not few < many or not _all_persons(more):
        return False
    states = {fewer.country(key) for key in few}
    if None in states or len(states) < 2:
        return False
    return any(state and state not in states for state in map(more.country, many - few))


def _all_persons(told: Told) -> bool:
    return all((actor := told.actors.get(key)) is not None and actor.kind == "person" for key in told.participants)


def _doers(left: Traits, right: Traits) -> tuple[float, str]:
    score, words = _side(left.told, right.told, left.doers, right.doers, open_ended=False)
    return _or_by_state(left, right, left.mention.actors, right.mention.actors, score, words)


def _receivers(left: Traits, right: Traits) -> tuple[float, str]:
    score, words = _side(left.told, right.told, left.receivers, right.receivers, open_ended=True)
    return _or_by_state(left, right, left.mention.recipients, right.mention.recipients, score, words)


def _or_by_state(
    left: Traits, right: Traits, one: Sequence[str], other: Sequence[str], score: float, words: str
) -> tuple[float, str]:
    """Give what is better: the score so far, or that both name the same but for officials beside their own state."""
    if score < _BESIDE and one and other and left.states(one) == right.states(other):
        return _BESIDE, "the same, officials beside their own state left aside"
    return score, words


@lru_cache(maxsize=20_000)
def _said(score: float, reason: str) -> Comparison:
    return Comparison(name="participants", score=round(score, 3), reason=reason)


def _side(left: Told, right: Told, one: Sequence[str], other: Sequence[str], *, open_ended: bool) -> tuple[float, str]:
    """Compare one role; `open_ended` where reports name those concerned in many ways (a town, its people, a force)."""
    if not one or not other:
        return 0.0, "left open by one of them"
    if one == other:
        return 1.0, "the same"
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    few, many = (left, right) if fewer is one else (right, left)
    ties = _ties([few.actors.get(a) for a in fewer], [many.actors.get(a) for a in more], fewer, more)
    met = [tie for tie in ties if tie > 0]
    if not met:
        vague = open_ended and (_vague(left, one) or _vague(right, other))
        return (-0.3, "named differently") if vague else (-1.0, "different")
    if len(met) == len(fewer) == len(more):
        return _whole(met)
    if len(met) == len(fewer):
        return _shorter(met, more)
    if len(met) == 1:
        return -1.0, "only one the same, the others different"
    share = sum(met) / len(fewer)
    return (0.8 * share - 0.2, "most the same") if share >= 0.5 else (-0.3, "some the same, others not")


def _whole(met: Sequence[float]) -> tuple[float, str]:
    if min(met) == 1.0:
        return 1.0, "the same"
    return 0.8 * sum(met) / len(met), "some stand for others"


def _shorter(met: Sequence[float], more: Sequence[str]) -> tuple[float, str]:
    """One list stands in the other: two of many say who met; one of many says little, one of two least of all."""
    mean = sum(met) / len(met)
    if len(met) == 1:
        return 0.3 * mean, "one names a single one of them"
    return 0.8 * mean, f"one names {len(met)} of the other's {len(more)}"


def _ties(
    few: Sequence[Actor | None], many: Sequence[Actor | None], fewer: Sequence[str], more: Sequence[str]
) -> list[float]:
    """Pair each of the shorter side with the likeliest one left of the longer side, the surest pairs first."""
    places = [(i, j) for i in range(len(fewer)) for j in range(len(more))]
    rated = [(1.0 if fewer[i] == more[j] else _tie(few[i], many[j]), -i, -j) for i, j in places]
    found = [0.0] * len(fewer)
    taken: set[int] = set()
    for tie, i, j in sorted((one for one in rated if one[0] > 0), reverse=True):
        if not found[-i] and -j not in taken:
            found[-i] = tie
            taken.add(-j)
    return found


def _vague(told: Told, side: Sequence[str]) -> bool:
    """Tell whether none of a side is a person or body that a table knows."""
    return all((actor := told.actors.get(key)) is None or actor.kind == "group" or not actor.known for key in side)


def _tie(one: Actor | None, other: Actor | None) -> float:
    """How far two actors with different ids stand for the same party."""
    if one is None or other is None:
        return 0.0
    if not (one.known and other.known) and one.kind == other.kind and spelt_alike(one.name, other.name):
        return 0.95
    if not one.country or one.country != other.country:
        return 0.0
    kinds = {one.kind, other.kind}
    if "country" in kinds:
        official = other if one.kind == "country" else one
        return _OFFICIAL if official.sector in (_FORCES if official.kind == "group" else _STANDS_FOR) else _OTHER
    if "government_body" in kinds:
        return _BODY
    return 0.0 if "person" in kinds else _NATION


@lru_cache(maxsize=50_000)
def spelt_alike(one: str, other: str) -> bool:
    """Tell whether two names are one, spelt in two ways."""
    return token_sort_ratio(one.casefold(), other.casefold()) >= _SPELLING
