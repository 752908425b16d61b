"""The stretches of a report that may name a place."""

from dataclasses import dataclass, replace
from functools import cache

from dragoman.knowledge.countries import countries
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.times import lexicon
from dragoman.model import Document
from dragoman.stages.places.options import Option, is_capital, options
from dragoman.stages.places.pieces import form_of, is_common, pieces
from dragoman.stages.places.use import Uses
from dragoman.stages.places.words import words

_CONTAINER = 4  # words that "D.C." or "British Columbia" may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that may name a place.

    Args:
        first: document index of the first word.
        last: document index after the last word.
        form: the name to look up, without direction and kind.
        options: the places it can mean.
        inside: the name behind a comma that says where it lies ("Everett, | Washington").
        part: the direction before it ("northern"), empty where there is none.
        use: `place`; `government` where a state or capital stands for those who rule there; `toponym` where it is
            part of another name ("Oakland Police Department").
    """

    first: int
    last: int
    form: str
    options: tuple[Option, ...]
    inside: str = ""
    part: str = ""
    use: str = "place"


def candidates(document: Document) -> list[Candidate]:
    """Find the stretches that may name a place, in order, none overlapping.

    Args:
        document: with its analysis and the layer `names`.
    """
    uses = Uses(document)
    found: list[Candidate] = []
    for (first, last), own in pieces(document, uses).items():
        candidate = _candidate(document, first, last)
        use = _use(candidate, document, uses) if own else "toponym"
        candidate = candidate if candidate.use == use else replace(candidate, use=use)
        if candidate.options or (own and _plausible(candidate, document, uses)):
            _put(candidate, found)
    return found


def _put(candidate: Candidate, found: list[Candidate]) -> None:
    """Add a candidate; of two that overlap, the known one stays, then the one that stands for a place.

    The known part of an unknown place says where it is: "Paris City Hall" is in Paris.
    """
    if not found or candidate.first >= found[-1].last:
        found.append(candidate)
    elif not candidate.options:
        found[-1] = replace(found[-1], use="place") if found[-1].use == "toponym" else found[-1]
    elif not found[-1].options or (candidate.use == "place" != found[-1].use):
        found[-1] = candidate


def _candidate(document: Document, first: int, last: int) -> Candidate:
    tokens = document.tokens
    first = _over_hyphens(document, first)
    start, end = _core(document, first, last)
    form = form_of(document, start, end)
    known = () if form.lower() in _calendar_words() or is_common(form) else options(form)
    inside = _container(document, last, known)
    known = options(form) if inside else known
    start, part = _direction_before(document, start, known)
    if known:
        end = last if all(tokens[i].text.lower() in words("kind") for i in range(end, last)) else end
        return Candidate(first=start, last=end, form=form, options=known, inside=inside, part=part)
    return Candidate(first=first, last=last, form=form_of(document, first, last), options=(), inside=inside)


def _container(document: Document, index: int, known: tuple[Option, ...]) -> str:
    """Give the state or province named behind a comma or in brackets: "Everett, | Washington", "Derry (| N.H. |)".

    A province before a province is a list ("Alberta, Manitoba and Ontario").
    """
    tokens = document.tokens
    if index + 1 >= len(tokens) or tokens[index].text not in (",", "("):
        return ""
    listed = bool(known) and known[0].precision == "province"
    for last in range(min(index + 1 + _CONTAINER, len(tokens)), index + 1, -1):
        if not tokens[index + 1].text[:1].isupper():
            return ""
        form = form_of(document, index + 1, last)
        wider = ("country",) if listed else ("province", "country")
        if any(option.precision in wider for option in options(form)):
            return form
    return ""


def _over_hyphens(document: Document, first: int) -> int:
    """Take in what a hyphen ties to the left: "al-Habit", "Deir ez-Zor", "north-west Syria"."""
    tokens = document.tokens
    while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first].start - 1:
        if tokens[first - 2].text.lower() in words("article"):
            first -= 2
            before = tokens[first - 1] if first else None
            if before is not None and before.text[:1].isupper() and options(form_of(document, first - 1, first + 3)):
                first -= 1
        else:
            break
    return first


def _core(document: Document, first: int, last: int) -> tuple[int, int]:
    """Give the part of a name that the tables know: without direction, kind, or common words around it."""
    tokens = document.tokens
    if options(form_of(document, first, last)):
        return first, last
    for start in range(first, last):
        for end in range(last, start, -1):
            around = (*range(first, start), *range(end, last))
            if all(_is_common(tokens[i].text) for i in around) and options(form_of(document, start, end)):
                return start, end
    return first, last


def _is_common(word: str) -> bool:
    return word.islower() or word.lower() in words("direction") or not word[:1].isalpha() or word in ("The", "Greater")


def _direction_before(document: Document, start: int, known: tuple[Option, ...]) -> tuple[int, str]:
    """Take in "northern", "north-west", "southern part of" before a known place: (first word, the direction)."""
    tokens = document.tokens
    if not known or not start or known[0].precision not in ("country", "province", "city"):
        return start, ""
    before = tokens[start - 1].text
    if before.lower() not in words("direction"):
        return start, ""
    if start >= 3 and tokens[start - 2].text == "-" and tokens[start - 3].text.lower() in words("direction"):
        return start - 3, f"{tokens[start - 3].text}-{before}"
    return start - 1, before


@cache
def _calendar_words() -> frozenset[str]:
    """Give months and weekdays, which are also small towns."""
    roles = {"MONTHNAME", "WEEKDAY"}
    return frozenset(word for word, entries in lexicon().words.items() if any(entry.role in roles for entry in entries))


def _use(candidate: Candidate, document: Document, uses: Uses) -> str:
    if candidate.inside or candidate.part or not candidate.options:
        return "place"
    if candidate.options[0].precision == "country" or is_capital(candidate.form):
        as_place = _after_comma(document, candidate) or uses.as_place(candidate.first, candidate.last)
        return "place" if as_place else "government"
    return "place"


def _plausible(candidate: Candidate, document: Document, uses: Uses) -> bool:
    """Keep a name in no table only behind a preposition of place, and not where it names a people, a road, a day.

    Letters in capitals are those of a body.
    """
    last = document.tokens[candidate.last - 1]
    ending = last.text
    people = last.xpos == "NNPS" or countries().find(candidate.form) is not None
    letters = candidate.form.isupper() and organisations().find(candidate.form) is not None
    if people or letters or candidate.form.lower() in _calendar_words():
        return False
    if not candidate.form[:1].isupper() and not candidate.form[:3].endswith("-"):
        return False
    return uses.located(candidate.first, candidate.last) and ending.lower() not in words("no place")


def _after_comma(document: Document, candidate: Candidate) -> bool:
    """Tell whether a state stands behind a place that it holds ("Kyiv, | Ukraine")."""
    tokens = document.tokens
    if candidate.first < 2 or tokens[candidate.first - 1].text != ",":
        return False
    for length in (1, 2, 3):
        first = candidate.first - 1 - length
        if first >= 0 and any(
            option.country == candidate.options[0].country
            for option in options(form_of(document, first, candidate.first - 1))
        ):
            return True
    return False
