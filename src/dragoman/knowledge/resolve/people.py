"""Finds which person a name stands for, as of a day and beside a title and a state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.codes.sectors import plover
from dragoman.knowledge.fold import fold
from dragoman.knowledge.offices import Term, office_ranks, offices
from dragoman.knowledge.persons import Person, persons
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.resolve.phrase import Phrase
from dragoman.knowledge.resolve.resolution import Resolution
from dragoman.knowledge.resolve.standing import sector_of, standing
from dragoman.knowledge.titles import Title

_LED = ("president", "prime minister", "supreme leader")
_LATELY = 8 * 365
_LONG_AGO = 12 * 365
_NOT_YET = 4 * 365
_ALONE = 1.5  # a surname alone needs this much evidence
_AHEAD = 0.6  # and this much more than the next who bears it
_NEARLY = 1.5  # points for having held an office a little earlier or later; more is for holding it on the day
_OWN = 1.0  # for a person of the user's own over a namesake of ours
_SPELT = 1.4  # a name spelt otherwise needs this much
_FAR_LEAST, _FAR_AHEAD = 0.9, 0.9  # or less of it where nobody else comes near


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be meant.

    Args:
        person: who.
        score: evidence for and against, 0 where there is none.
        reasons: in words.
        how: how the name matched: `name`, `surname` or `spelling`.
        wrong_state: another state than the person's was named.
        holds: the person held the very office that the words give, on the day or not long before or after.
        holds_now: on that very day.
        strong: something beside the surname speaks for it: the office, the state, high office on the day.
    """

    person: Person
    score: float
    reasons: tuple[str, ...]
    how: str
    wrong_state: bool
    strong: bool
    holds: bool
    holds_now: bool


def find(phrase: Phrase, day: date, hint: str | None, context: Sequence[str]) -> Resolution | None:
    """Find the person whom a name stands for.

    Args:
        phrase: the mention, taken apart, with a name in it.
        day: the day of the report.
        hint: ISO alpha-3 of the report's own state, where known.
        context: ISO alpha-3 codes of the states named nearby, the nearest first.

    Returns:
        The known person, None where none fits or several fit alike.
    """
    found = [
        _weigh(person, how, likeness, phrase, day, hint, context) for person, how, likeness in _candidates(phrase.name)
    ]
    if phrase.title is not None and phrase.title.office and " " not in phrase.name:
        found += [
            each
            for person in persons().worded(phrase.name)
            if (each := _weigh(person, "word", 1.0, phrase, day, hint, context)).holds
        ]
    ranked = sorted((each for each in found if not each.wrong_state), key=lambda each: (-each.score, each.person.key))
    if not ranked:
        return None
    best = ranked[0]
    rival = next((each for each in ranked[1:] if not _same(each.person, best.person)), None)
    ahead = best.score - rival.score if rival else 9.0
    if best.holds_now and not any(each.holds_now for each in ranked[1:] if not _same(each.person, best.person)):
        ahead = max(ahead, _AHEAD if ahead > 0 else 0.0)  # of all who bear the name only one held that office that day
    if best.how == "name":
        fits = ahead > 0.2
    elif best.how in ("surname", "word"):
        fits = (best.score >= _ALONE and ahead >= _AHEAD) or (best.score >= _FAR_LEAST and ahead >= _FAR_AHEAD)
        fits = fits and best.strong
    else:
        fits = best.score >= _SPELT and ahead > 0.2 and best.strong
    return _resolution(best, phrase, day) if fits else None


def _candidates(name: str) -> list[tuple[Person, str, float]]:
    parts = name.split()
    if len(parts) > 1:
        full = persons().named(name) or persons().named(_without_suffix(name))
        if full:
            return [(person, "name", 1.0) for person in full]
        if parts[0].lower().split("-")[0] in words_of("particle") or len(parts) == 2:
            by_surname = persons().surnamed(name)
            if by_surname:
                return [(person, "surname", 1.0) for person in by_surname]
        for length in range(len(parts) - 1, 1, -1):
            shorter = persons().named(" ".join(parts[:length]))
            if shorter:
                return [(person, "spelling", 0.9) for person in shorter]
        for length in (3, 2):
            later = persons().named(" ".join(parts[-length:])) if len(parts) > length else ()
            if later and not persons().given(parts[0]):
                return [(person, "spelling", 0.9) for person in later]
        return [(person, "spelling", likeness) for person, likeness, _ in persons().similar(name)]
    own = [person for person in persons().named(name) if person.own]
    if own:
        return [(person, "name", 1.0) for person in own]  # an alias of one word that the user gave is meant as a name
    alias = {person.key: person for person in (*persons().named(name), *persons().surnamed(name))}
    bare = name.split("-", 1)[1] if name.lower().startswith(("al-", "el-")) else ""
    for person in persons().surnamed(bare) if bare else ():
        alias.setdefault(person.key, person)
    return [(person, "surname", 1.0) for _, person in sorted(alias.items())]


def _without_suffix(name: str) -> str:
    return name.removesuffix(" Jr").removesuffix(" Jr.").removesuffix(" Sr.").removesuffix(" III").removesuffix(" II")


def _weigh(
    person: Person, how: str, likeness: float, phrase: Phrase, day: date, hint: str | None, context: Sequence[str]
) -> Candidate:
    held = offices().held(person.key, day)
    first_name = how == "surname" and persons().first_name(phrase.name)  # "Tony" alone is anybody
    state = phrase.country or (phrase.title.country if phrase.title else None)
    states = {person.country, *(term.where for term in held)}
    points, wrong = _state_points(phrase, state, states)
    score, reasons = (-1.0 if how == "word" else 0.0) + points, []
    if state is not None and points > 0:
        reasons.append(f"of {state}, which the words name")
    belongs = False
    if phrase.body is not None and any(term.where == phrase.body.key for term in held):
        score += 2.0
        belongs = True
        reasons.append(f"of {phrase.body.name}")
    in_office, reason = _office_points(person, phrase, day)
    score += in_office
    strong = in_office > 0 or belongs or (state is not None and not wrong)
    if in_office == 0 and how != "name" and phrase.title is not None and phrase.title.office is not None:
        score -= 0.5  # never held the office that the words give
    reasons += [reason] if reason else []
    if held:
        if phrase.title is not None and phrase.title.office is None and phrase.title.sector == sector_of(held[0]):
            score += 0.7
        rank = max(office_ranks().get(term.office, (8, 0.5))[1] * term.trust for term in held)
        score += rank
        strong = strong or (rank >= 0.9 and not first_name)
    elif lately := _lately(person, day):
        score += lately
        strong = strong or not first_name
    score += 0.0 if person.own else _distance_points(person, day)
    if person.own:
        score += _OWN
        strong = strong or how == "name"
        reasons.append("imported by the user")
    for place, near in enumerate(context[:6]):
        if near in states:
            score += 0.8 if place == 0 else 0.5
            reasons.append(f"{near} is named nearby")
            strong = True
            break
    else:
        score -= 0.5 if context and how != "name" else 0.0
    if hint is not None and hint in states:
        score += 0.5
    points, reason = _name_points(person, how, likeness, phrase)
    score += points
    reasons.append(reason)
    return Candidate(
        person=person,
        score=score,
        reasons=tuple(reasons),
        how=how,
        wrong_state=wrong,
        strong=strong,
        holds=in_office > 0,
        holds_now=in_office > _NEARLY,
    )


def _state_points(phrase: Phrase, state: str | None, states: set[str | None]) -> tuple[float, bool]:
    """Give points for the state that the words name, and whether it is not the person's."""
    if state is None:
        return 0.0, False
    if state in states:
        return 1.5, False
    if phrase.title is not None and phrase.title.country == state and phrase.country is None:
        return -1.0, False  # the title's own state is only a custom: other states have a secretary of state too
    return 0.0, True


def _name_points(person: Person, how: str, likeness: float, phrase: Phrase) -> tuple[float, str]:
    """Give points for the way in which the words name the person, and say which."""
    if how == "name":
        return 1.0, "by full name"
    if how == "surname":
        exact = fold(phrase.name) in (fold(form) for form in (person.name, *person.aliases))
        return 0.2 if exact else 0.0, "by surname"
    if how == "word":
        return 0.0, "by one word of the name"
    near = how == "spelling" and likeness >= 0.92
    return 1.0 if near else 0.0, f"{phrase.name!r} is spelt almost as {person.name!r}"


def _office_points(person: Person, phrase: Phrase, day: date) -> tuple[float, str]:
    title = phrase.title
    if title is None:
        return 0.0, ""
    if title.office is None:
        return _beginning_points(person, title.term, day)
    wanted = title.office
    trust = max((term.trust for term in offices().held(person.key, day) if _is(term, wanted)), default=0.0)
    if trust and title.effect != "past":
        return 3.0 * trust + 0.5, f"{wanted} on {day}"
    terms = [term for term in offices().terms(person.key) if _is(term, wanted)]
    if title.effect == "past" and any(term.since and term.since < day for term in terms):
        return 2.5, f"{wanted} before {day}"
    gaps = [abs((edge - day).days) for term in terms for edge in (term.since, term.until) if edge]
    if gaps and min(gaps) < 400:
        return _NEARLY, f"{wanted} within a year or so of {day}"
    return 0.0, ""


def _is(term: Term, wanted: str) -> bool:
    """Tell whether a term is of an office; "under secretary of state" is that of "... for political affairs" too."""
    return wanted in (term.office, term.title) or term.office.startswith(f"{wanted} for ")


def _beginning_points(person: Person, words: str, day: date) -> tuple[float, str]:
    """Weigh a title that begins an office: "Deputy Secretary Ruiz" is the deputy secretary of something."""
    if " " in words:
        for term in offices().held(person.key, day):
            if term.office.startswith(words + " ") or term.title.startswith(words + " "):
                return 2.0 * term.trust, f"{term.title} on {day}"
    return 0.0, ""


def _lately(person: Person, day: date) -> float:
    """Weigh having led a state until some years ago: former leaders go by their surname as those in office do."""
    for term in offices().terms(person.key):
        if term.office in _LED and term.until and 0 <= (day - term.until).days < _LATELY:
            return 0.9
    return 0.0


def _distance_points(person: Person, day: date) -> float:
    terms = offices().terms(person.key)
    if not terms:
        return 0.0
    starts = [term.since for term in terms if term.since]
    if starts and (min(starts) - day).days > _NOT_YET:
        return -1.5
    ends = [term.until for term in terms]
    if all(ends) and (day - max(end for end in ends if end)).days > _LONG_AGO:
        return -1.0
    return 0.0


def _same(one: Person, other: Person) -> bool:
    """Take two rows with one name and state for one person that the sources split."""
    return one.country == other.country and fold(one.name) == fold(other.name)


def _resolution(best: Candidate, phrase: Phrase, day: date) -> Resolution:
    title = phrase.title
    was = standing(best.person, day, title.office if title else None)
    office, sector = was.office, was.sector
    former = office is not None and office.startswith("former ")
    if title is not None and title.effect == "coming":
        office, sector = phrase.title_words.lower(), title.sector
    elif title is not None and title.sector and (sector is None or (former and not title.effect)):
        sector = _title_sector(phrase)
        office = phrase.title_words.lower() if title.office is None else title.office
    return Resolution(
        name=best.person.name,
        kind="person",
        country=was.country if office else best.person.country,
        sector=sector or "UNK",
        finer=_finer(title, sector),
        office=office,
        actor=best.person.key,
        wikidata=best.person.wikidata,
        reason="; ".join((*best.reasons, was.reason)),
    )


def _title_sector(phrase: Phrase) -> str | None:
    """Give a title's sector; a "secretary general" or "director general" of a state serves the state."""
    sector = phrase.title.sector if phrase.title else None
    if sector == "IGO" and phrase.country and phrase.body is None and phrase.title and phrase.title.where is None:
        return "GOV"
    return sector


def _finer(title: Title | None, sector: str | None) -> str | None:
    fine = title.cameo if title is not None else None
    return fine if fine is not None and plover(fine) == sector else None


def provisional(phrase: Phrase, country: str | None) -> Resolution:
    """Describe a person whom no table holds by what the words say."""
    title = phrase.title
    sector = _title_sector(phrase) or (phrase.body.sector if phrase.body else None)
    office = phrase.title_words.lower() or None
    if title is not None and title.office and title.effect in ("", "deputy"):
        office = title.office
    if office in words_of("courtesy"):
        office = None
    return Resolution(
        name=phrase.name,
        kind="person",
        country=phrase.country or country or (title.country if title else None),
        sector=sector or "UNK",
        finer=_finer(title, sector),
        office=office,
        reason="no table holds this name" + (f"; {phrase.title_words!r} says the rest" if phrase.title_words else ""),
    )
