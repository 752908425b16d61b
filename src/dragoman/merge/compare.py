"""The table of comparisons: what speaks for and against two mentions being one event, each with its reason."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, lru_cache
from math import asin, cos, inf, radians, sin, sqrt

from dragoman.merge.dates import Days
from dragoman.merge.participants import participants, same_fight
from dragoman.merge.table import families, mode_scores, weights
from dragoman.merge.traits import Traits
from dragoman.model import Comparison, Where
from dragoman.text.shingles import containment

Compare = Callable[[Traits, Traits], Comparison]

_NEAR_KM, _FAR_KM = 40.0, 120.0
"""A town and its suburb lie within the first, two towns of a country beyond the second."""
_EARTH_KM = 6371.0
_CAMPAIGN = 31
"""Days between two reports within which fighting that goes on is the same fighting."""
_WEEKS = 14
"""Days between two reports up to which two acts without a day may be one."""
_SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of what is said: by somebody who may say it again on the next day."""
_WORD_FOR_WORD = 0.6
"""Share of word sequences from which on two sentences say the same."""
_EARLY, _NIGHT = 6, timedelta(hours=8)
"""The hour before which a report is of the night, and how far before it the other appeared."""
_BY_CHANCE = 1
"""Words counted as unshared, so that one of two in common says less than five of ten."""
_PART, _PART_DAYS = 0.8, 7
"""What an attack without a day says for being part of such fighting, and in reports of how many days."""


def types(left: Traits, right: Traits) -> Comparison:
    """Is it the same kind of act?"""
    one, other = left.mention.type, right.mention.type
    if one == other:
        return _said("types", 0.0, f"both {one}")
    if families().get(one) == families().get(other) and left.told.article != right.told.article:
        return _said("types", -0.6, f"{one} and {other} are told in like words")
    return _said("types", -1.0, f"{one} and {other} are different acts")


def dates(left: Traits, right: Traits) -> Comparison:
    """Can the event have been on the same day in both?"""
    one, other = left.days, right.days
    if one is None or other is None:
        return _undated(left, right)
    words = f"{_words(one)} and {_words(other)}"
    if one.gap(other) and _campaign(left, right):
        return _said("dates", 0.3, f"{words} are days of fighting that goes on")
    if one.gap(other):
        if _one_night(left, right):
            return _said("dates", 0.5, f"{words} are the days of two reports of one night")
        again = left.told.publisher == right.told.publisher
        return _apart(one, other, words, same_outlet=again, talks=left.mention.type == "CONSULT")
    longer = max(one.length, other.length)
    if longer == 1:
        firm = one.firm and other.firm
        return _said("dates", 1.0 if firm else 0.8, f"both on {one.since}" + ("" if firm else ", assumed by one"))
    score = 0.6 if longer <= 10 else 0.4 if longer <= 31 else 0.1
    return _said("dates", score, f"{words} overlap")


def places(left: Traits, right: Traits) -> Comparison:
    """Can both have been in the same place?"""
    one, other = left.mention.where, right.mention.where
    if one is None or other is None:
        return _said("places", 0.0, "one of them names no place")
    words = f"{one.name} and {other.name}"
    if one.name.casefold() == other.name.casefold():
        return _said("places", 1.0, f"both in {one.name}")
    if one.country and other.country and one.country != other.country:
        return _said("places", -1.0, f"{words} lie in different countries")
    distance = _distance(one, other)
    if _exact(one) and _exact(other):
        if distance is not None and distance <= _NEAR_KM:
            return _said("places", 0.7, f"{words} lie {distance:.0f} km apart")
        if distance is None or distance >= _FAR_KM:
            return _said("places", -0.7, f"{words} are different places")
        return _said("places", -0.3, f"{words} lie {distance:.0f} km apart")
    if one.country and one.country == other.country:
        return _said("places", 0.4, f"one of {words} can hold the other")
    return _said("places", 0.0, f"{words} may or may not contain each other")


def modes(left: Traits, right: Traits) -> Comparison:
    """Is it the same manner of act: a call is no meeting?"""
    one, other = left.mention.mode, right.mention.mode
    if one is None or other is None:
        return _said("modes", 0.0, "one of them says no mode")
    if one == other:
        return _said("modes", 1.0, f"both {one}")
    return _said("modes", mode_scores().get((left.mention.type, one, other), -1 / 3), f"{one} and {other}")


def statuses(left: Traits, right: Traits) -> Comparison:
    """Do they agree that it happened? A plan and its fulfilment do."""
    one, other = left.mention.status, right.mention.status
    if one == other:
        return _said("statuses", 0.2, f"both {one}")
    if {one, other} == {"actual", "denied"}:
        return _said("statuses", -1.0, f"one {one}, the other {other}")
    if "denied" in (one, other):
        return _said("statuses", -0.5, f"one {one}, the other {other}")
    if {one, other} == {"planned", "actual"} and not _held_after_announced(left, right):
        return _said("statuses", -0.5, "the plan was announced after the act")
    return _said("statuses", 0.0, f"{one} and {other} can be the same event at different times")


def anew(left: Traits, right: Traits) -> Comparison:
    """Does an outlet tell of a day later what somebody said again? In the same words it is the same."""
    one, other = left.days, right.days
    if one is None or other is None or left.mention.type not in _SAID or not _told_again(left, right):
        return _said("anew", 0.0, "not said anew")
    if not one.gap(other) or max(one.length, other.length) > 10 or _one_night(left, right):
        return _said("anew", 0.0, "not said anew")
    if left.quoted & right.quoted or containment(left.sequences, right.sequences) >= _WORD_FOR_WORD:
        return _said("anew", 0.0, "one outlet tells it twice, in the same words")
    return _said("anew", -0.9, "one outlet tells it of another day in other words, as what is said again")


def reports(left: Traits, right: Traits) -> Comparison:
    """Did the two reports appear near each other?"""
    one, other = left.told.published, right.told.published
    if left.told.article == right.told.article:
        return _said("reports", 0.0, "the same report")
    if one is None or other is None:
        return _said("reports", 0.0, "one of them has no day of publication")
    gap = abs((one - other).days)
    score = 1.0 if gap <= 1 else 0.5 if gap <= 3 else 0.0 if gap <= 60 else -0.5
    return _said("reports", score, f"published {gap} days apart")


def wording(left: Traits, right: Traits) -> Comparison:
    """Do they speak of the same matter, names of participants left aside?"""
    fewer = min(len(left.stems), len(right.stems))
    if fewer < 2:
        return _said("wording", 0.0, "too few words to compare")
    shared = sorted(left.stems & right.stems)
    # of fighting that goes on for weeks each report tells another part
    least = 0.0 if _campaign(left, right) else -0.5
    score = max(least, min(1.0, (len(shared) / (fewer + _BY_CHANCE) - 0.15) / 0.35))
    return _said("wording", score, f"{len(shared)} of {fewer} word stems shared: {', '.join(shared[:6]) or 'none'}")


def topics(left: Traits, right: Traits) -> Comparison:
    """Is it about the same thing?"""
    if not left.topics or not right.topics:
        return _said("topics", 0.0, "one of them names no topic")
    shared = sorted(left.topics & right.topics)
    share = len(shared) / min(len(left.topics), len(right.topics))
    return _said("topics", share, f"shared: {', '.join(shared[:6])}" if shared else "none shared")


def evidence(left: Traits, right: Traits) -> Comparison:
    """Is it told in the same sentence?"""
    if left.told.article == right.told.article:
        return _said("evidence", 0.0, "the same report, where one sentence may tell two acts")
    share = containment(left.sequences, right.sequences)
    if left.sentence and left.sentence == right.sentence:
        return _said("evidence", 1.0, "the same sentence")
    if min(len(left.sequences), len(right.sequences)) < 5 or share < 0.25:
        return _said("evidence", 0.0, "told in other words")
    return _said("evidence", share, f"{share:.0%} of the word sequences shared")


def campaigns(left: Traits, right: Traits) -> Comparison:
    """Do both tell of fighting that goes on, in reports of the same weeks?"""
    score = _campaign(left, right)
    if not score:
        return _said("campaigns", 0.0, "not both tell of fighting that goes on")
    if score == 1.0:
        return _said("campaigns", 1.0, f"both tell of fighting that goes on: {left.under_way}, {right.under_way}")
    words = left.under_way or right.under_way
    return _said("campaigns", score, f"one tells of fighting that goes on ({words}), the other gives its attack no day")


def quotes(left: Traits, right: Traits) -> Comparison:
    """Do they quote the same words?"""
    shared = sorted(left.quoted & right.quoted)
    if shared:
        return _said("quotes", 1.0, f"both quote “{shared[0]}”")
    return _said("quotes", 0.0, "no quoted words in both")


def figures(left: Traits, right: Traits) -> Comparison:
    """Do they give the same numbers?"""
    shared = sorted(left.numbers & right.numbers)
    if shared:
        return _said("figures", 1.0, f"both say {', '.join(shared)}")
    if left.told.article == right.told.article and left.numbers and right.numbers:
        return _said("figures", -0.6, "one report gives different numbers")
    return _said("figures", 0.0, "no number in both")


TABLE: tuple[Compare, ...] = (
    participants,
    dates,
    types,
    modes,
    statuses,
    places,
    campaigns,
    quotes,
    figures,
    evidence,
    reports,
    wording,
    topics,
    anew,
)
"""Every comparison, what parts most pairs first; their weights stand in weights.tsv."""


def compare(left: Traits, right: Traits, *, least: float = -inf) -> Iterator[tuple[Comparison, float]]:
    """Run the table over a pair, stopping at the first comparison that decides alone.

    Args:
        left: the one.
        right: the other.
        least: where even the best outcome of all comparisons left cannot bring the sum up to this, it stops as well.

    Returns:
        Comparisons with their weights. A score of -1 decides alone.
    """
    total = 0.0
    for function, weight, left_over in _weighed():
        comparison = function(left, right)
        yield comparison, weight
        total += comparison.score * weight
        if comparison.score <= -1 or total + left_over < least:
            return


@cache
def _weighed() -> tuple[tuple[Compare, float, float], ...]:
    """Give each comparison with its weight and with the weights of all after it."""
    known = [weights()[function.__name__] for function in TABLE]
    return tuple((function, known[i], sum(known[i + 1 :])) for i, function in enumerate(TABLE))


@lru_cache(maxsize=20_000)
def _said(name: str, score: float, reason: str) -> Comparison:
    return Comparison(name=name, score=round(score, 3), reason=reason)


def _apart(one: Days, other: Days, words: str, *, same_outlet: bool, talks: bool) -> Comparison:
    """Give a day's leeway to different outlets' clocks, more where a day is only guessed or a stretch begins.

    An outlet that tells of talks today and again tomorrow tells of two, even where it names neither day.
    """
    gap = one.gap(other)
    reason = f"{words} are {gap} days apart"
    exact = one.firm and other.firm and one.length == other.length == 1
    coarse = max(one.length, other.length) > 10
    if gap > (1 if exact else 3 if coarse else 2) or (exact and same_outlet):
        return _said("dates", -1.0, reason)
    if exact or (same_outlet and talks and not coarse):
        return _said("dates", -0.5 if exact else -0.8, f"{reason}, which two outlets may give to one event")
    score = 0.0 if one.firm and other.firm else 0.3
    return _said("dates", score, f"{reason}, as reports of one event may be")


def _one_night(left: Traits, right: Traits) -> bool:
    """Tell whether two reports appeared some hours apart around midnight, and each means its own day.

    What took place late, or farther west, is of today in both.
    """
    first, then = left.told.time, right.told.time
    if first is None or then is None or not (_own_day(left) and _own_day(right)):
        return False
    first, then = min(first, then), max(first, then)
    return then.hour < _EARLY and then - first <= _NIGHT


def _told_again(left: Traits, right: Traits) -> bool:
    one, other = left.told, right.told
    return one.publisher is not None and one.publisher == other.publisher and one.article != other.article


def _own_day(one: Traits) -> bool:
    """Tell whether a mention is dated by the day of its report, and not by a date that it spells out."""
    written, days = one.mention.date, one.days
    relative = written is not None and written.basis != "stated"
    return relative and days is not None and days.since == days.until == one.told.published


def _campaign(left: Traits, right: Traits) -> float:
    """Say how far both tell of fighting that goes on; an attack of those days that has no day may be a part of it."""
    one, other = left.told.published, right.told.published
    if not (left.under_way or right.under_way) or one is None or other is None:
        return 0.0
    gap = abs((one - other).days)
    if gap > _CAMPAIGN or not same_fight(left, right):
        return 0.0
    if left.under_way and right.under_way:
        return 1.0
    loose = right if left.under_way else left
    return _PART if gap <= _PART_DAYS and loose.undated_attack else 0.0


def _undated(left: Traits, right: Traits) -> Comparison:
    """News told without a day fits the day that another report of those days gives."""
    if left.days is None and right.days is None:
        return _none_dated(left, right)
    dated, bare = (left, right) if right.days is None else (right, left)
    day, published = dated.days, bare.told.published
    if day is None or published is None or bare.mention.salience == "background":
        return _said("dates", 0.0, "one of them names no day")
    if bare.mention.status == "planned" and day.length <= 10 and 0 <= (day.since - published).days <= 1:
        return _said("dates", 0.3, f"a plan without a day, its report is of {published}, the other says {_words(day)}")
    if bare.mention.status == "actual" and day.length <= 10 and 0 <= (published - day.until).days <= 1:
        return _said("dates", 0.3, f"one names no day, its report is of {published}, the other says {_words(day)}")
    return _said("dates", 0.0, "one of them names no day")


def _none_dated(left: Traits, right: Traits) -> Comparison:
    """Without any day, the reports' own days are left: news of other weeks is of something else, a plan above all."""
    one, other = left.told.published, right.told.published
    gap = abs((one - other).days) if one and other else 0
    if gap <= _WEEKS or _campaign(left, right):
        return _said("dates", 0.0, "none of them names a day")
    score = -0.4 if left.told.publisher != right.told.publisher else -1.0 if _planned(left, right) else -0.8
    return _said("dates", score, f"none of them names a day, their reports are {gap} days apart")


def _planned(left: Traits, right: Traits) -> bool:
    """Tell whether both are plans: an outlet that announces anew after weeks announces another."""
    return left.mention.status == right.mention.status == "planned"


def _words(days: Days) -> str:
    return f"{days.since}" if days.length == 1 else f"{days.since} to {days.until}"


def _held_after_announced(left: Traits, right: Traits) -> bool:
    plan, act = (left, right) if left.mention.status == "planned" else (right, left)
    return plan.told.published is None or act.days is None or plan.told.published <= act.days.until


def _exact(where: Where) -> bool:
    return where.precision in {"point", "city"}


def _distance(one: Where, other: Where) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b, c, d = (radians(value) for value in (one.lat, one.lon, other.lat, other.lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
