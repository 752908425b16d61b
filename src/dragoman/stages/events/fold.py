"""Folds the tellings of one act inside a report into one event, so that a row counts an event and not a sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dragoman.stages.events.arguments import Participant
from dragoman.stages.events.candidate import Candidate

Group = list[Candidate]

GOVERNED = ("nsubj", "obl", "obj")
"""Relations of an event noun to the verb that tells the same act."""

TRIP = 3
"""Within how many sentences the talks are told that a journey was made for."""

HELPING = 3
"""How many words behind an auxiliary its verb stands, a negation and an adverb between them."""

LASTING = frozenset(("ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "COOPERATE"))
"""Types whose acts are told of again and again in a report; acts of words are mostly told once each."""


def fold(candidates: Sequence[Candidate], lemma: Callable[[int], str]) -> list[Group]:
    """Put the tellings of one act together.

    Args:
        candidates: tellings, in order of the text.
        lemma: gives the lemma of a word.

    Returns:
        Groups of tellings, each one act, in the order of their first telling.
    """
    groups: list[Group] = []
    wholes = _rounds(candidates)
    for candidate in candidates:
        if any(candidate is whole for whole, _ in wholes):
            continue
        best = max(((_likeness(group, candidate, lemma), -n) for n, group in enumerate(groups)), default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(candidate)
        else:
            groups.append([candidate])
    for whole, parts in wholes:
        for group in groups:
            if any(candidate is part for part in parts for candidate in group):
                group.append(_share(whole, people(group, "actor", "recipient")))
    return groups


def people(group: Iterable[Candidate], *roles: str) -> set[str]:
    """Give the ids of those in some roles over all tellings."""
    return set().union(*(candidate.ids(*roles) for candidate in group))


def _likeness(group: Group, candidate: Candidate, lemma: Callable[[int], str]) -> float:
    """Say how well a telling fits a group; 0 where it is another act."""
    first = group[0]
    if first.type != candidate.type or not _status_fits(group, candidate) or not _dates_fit(group, candidate):
        return 0.0
    apart = candidate.sentence - group[-1].sentence
    headline = apart > 0 and all(other.titled for other in group)
    if apart == 0 and any(_names_the_same(one, candidate) or _helps(one, candidate) for one in group):
        return 4.0
    if candidate.symmetric or first.symmetric:
        return _equals_fit(group, candidate, apart, headline=headline)
    mine, theirs = candidate.ids("actor"), people(group, "actor")
    gets, got = candidate.ids("recipient"), people(group, "recipient")
    if candidate.type in LASTING and _loose(candidate):
        mine, theirs = mine | _states(candidate, "actor"), theirs.union(*(_states(c, "actor") for c in group))
        gets, got = gets | _states(candidate, "recipient"), got.union(*(_states(c, "recipient") for c in group))
    if mine and theirs and not mine & theirs:
        return 2.0 if _voiced(group, candidate, apart) else 0.0
    if gets and got and not gets & got:
        if candidate.type == "ASSAULT" and _loose(candidate) and mine & theirs and apart > 0:
            return 1.0
        return 1.2 if candidate.type == "SANCTION" and mine & theirs and apart <= 3 else 0.0
    if candidate.type == "AGREE" and mine and mine == theirs and not (gets and got):
        return 1.0  # the points of one settlement ("both sides agreed to ... They also committed to ...")
    shared = 1.0 * bool(mine & theirs) + 1.0 * bool(gets & got)
    if headline and (mine & theirs):
        return 1.0 + shared
    if lemma(candidate.match.head) in {lemma(other.match.head) for other in group} and apart > 0:
        shared += 0.5
    return shared if shared >= _asked(candidate, apart) else 0.0


def _names_the_same(one: Candidate, other: Candidate) -> bool:
    """Tell whether an event noun is the subject or means of a verb of its own type ("a strike killed a general")."""
    noun, verb = (one, other) if _loose(one) else (other, one)
    if not _loose(noun) or _loose(verb) or one.type not in LASTING:
        return False
    shared = noun.ids("actor") & verb.ids("actor") or not noun.ids("actor") or not verb.ids("actor")
    return bool(shared) and any(noun.under == f"{noun.type}.{step}" for step in GOVERNED)


def _helps(one: Candidate, other: Candidate) -> bool:
    """Tell whether two frames see one act, at an auxiliary and at its verb ("will not attend")."""
    modal, verb = (one, other) if one.match.frame.pos == "modal" else (other, one)
    if modal.match.frame.pos != "modal" or verb.match.frame.pos != "verb":
        return False
    return 0 < verb.match.head - modal.match.head <= HELPING


def _voiced(group: Group, candidate: Candidate, apart: int) -> bool:
    """Tell whether a noun only names what the verb beside it voices ("underscored his country's support for" them)."""
    if apart or not _loose(candidate) or not candidate.ids("recipient") & people(group, "recipient"):
        return False
    return any(_states(candidate, "actor") & _states(other, "actor") for other in group)


def _states(candidate: Candidate, role: str) -> set[str]:
    """Give the states on whose side people stand: a leader's or an army's war is his state's war."""
    people = candidate.actors if role == "actor" else candidate.recipients
    return {f"state {p.actor.country}" for p in people if p.actor is not None and p.actor.country}


def _asked(candidate: Candidate, apart: int) -> float:
    """Say how much must be shared: acts that last are told again and again, requests are mostly told once each."""
    near_noun = _loose(candidate) and apart <= 3
    if candidate.type in LASTING:
        if near_noun and not candidate.ids("actor", "recipient"):
            return 0.0001
        return 1.0 if _loose(candidate) else 1.5
    if candidate.type in ("REQUEST", "AGREE", "REJECT"):
        return 2.0 if _loose(candidate) else 2.5
    return 1.5 if near_noun else 2.0


def _equals_fit(group: Group, candidate: Candidate, apart: int, *, headline: bool) -> float:
    mine, theirs = candidate.ids("actor", "recipient"), people(group, "actor", "recipient")
    shared = mine & theirs
    if _held_there(group, candidate, apart):
        return 2.0
    if len(shared) < 2 and _visits(candidate) != any(_visits(other) for other in group):
        return (
            2.0 if shared and apart == 0 and (mine <= theirs or theirs <= mine) and _same_day(group, candidate) else 0.0
        )
    if len(shared) >= 2 and (mine <= theirs or theirs <= mine or headline):
        return 3.0 + len(shared)
    if not mine:
        return 1.0 if apart <= 3 else 0.0
    if len(mine) == 1 and shared:
        return 2.0 if apart <= 6 or _loose(candidate) else 0.0
    if len(theirs) == 1 and shared and apart <= 3:
        return 1.5
    return 2.5 if len(shared) >= 2 and apart <= 2 else 0.0


def _held_there(group: Group, candidate: Candidate, apart: int) -> bool:
    """Tell whether talks are those that a journey just told was made for: nobody was met yet, no other day is said."""
    if len(group) > 1 or not _visits(group[0]) or _visits(candidate) or not 0 < apart <= TRIP:
        return False
    journey, travellers = group[0], group[0].ids("actor")
    people = [p.actor for p in (*journey.actors, *journey.recipients) if p.actor is not None]
    met_nobody = all(actor.kind == "country" for actor in people if actor.id not in travellers)
    return met_nobody and candidate.ids("actor") == travellers and journey.status == candidate.status


def _same_day(group: Group, candidate: Candidate) -> bool:
    """Tell whether a visit and talks told in one sentence are on no two days, so that they are one act."""
    days = {other.date.value for other in (*group, candidate) if other.date is not None}
    return len(days) <= 1


def _visits(candidate: Candidate) -> bool:
    return candidate.match.frame.mode == "visit"


def _loose(candidate: Candidate) -> bool:
    """An event noun may only take up again what was told before ("the attack", "their meeting")."""
    return candidate.match.frame.pos == "noun"


def _status_fits(group: Group, candidate: Candidate) -> bool:
    statuses = {other.status for other in group}
    if candidate.status in statuses:
        return True
    if candidate.status == "planned" and candidate.date is not None:
        return False  # "discussed the summit in June": what is due on a day is not what was done
    return _loose(candidate) and "denied" not in statuses | {candidate.status}


def _dates_fit(group: Group, candidate: Candidate) -> bool:
    if candidate.date is None:
        return True
    for other in group:
        if other.date is not None and not _agree(other.date.value, candidate.date.value):
            assumed = "assumed from published"
            told_again = _loose(candidate) or candidate.symmetric or candidate.type in LASTING
            return assumed in (other.date.basis, candidate.date.basis) and told_again
    return True


def _agree(one: str, other: str) -> bool:
    if "/" in one or "/" in other:
        since, _, until = one.partition("/")
        first, _, last = other.partition("/")
        return since <= (last or first) + "~" and first <= (until or since) + "~"
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def _rounds(candidates: Sequence[Candidate]) -> list[tuple[Candidate, list[Candidate]]]:
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

    return replace(whole, actors=of_one(whole.actors), recipients=of_one(whole.recipients))


def _is_part(candidate: Candidate, all_of_them: set[str], whole: Candidate) -> bool:
    return candidate.ids("actor", "recipient") < all_of_them and _dates_fit([whole], candidate)
