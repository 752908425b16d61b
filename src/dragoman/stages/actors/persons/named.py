"""Finds the persons that a report names, each once, with all forms of their names."""

from bisect import bisect_right, insort
from dataclasses import dataclass, field

from dragoman.model import Document
from dragoman.stages.actors.persons.namings import Named, namings
from dragoman.stages.actors.persons.titles import Titled
from dragoman.stages.actors.phrases import Tree

ALIKE, NEARLY = 75.0, 84.0


@dataclass(slots=True, eq=False, kw_only=True)
class Person:
    """A person and all the places where the report names them."""

    named: list[Named] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    variants: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, named: Named) -> None:
        """Add a place where the person is named."""
        self.named.append(named)
        insort(self.places, named.mention.first)
        self.variants.add(named.words)

    def distance(self, place: int) -> int:
        """Say how far from a word the person is named next; one named only later counts as ten times as far."""
        at = bisect_right(self.places, place)
        before = place - self.places[at - 1] if at else None
        return before if before is not None else 10 * (self.places[at] - place)

    @property
    def longest(self) -> Named:
        """The fullest form of the name, the first where several are as full."""
        return max(self.named, key=lambda named: (len(named.words), -named.mention.first))

    @property
    def titled(self) -> Titled | None:
        """The most telling title that the report gives: an office before a mere courtesy."""
        found = [named.title for named in self.named if named.title is not None]
        return max(found, key=lambda t: (t.office is not None, t.sector is not None), default=None)


def named_persons(document: Document, tree: Tree) -> list[Person]:
    """Find the persons that a report names.

    Args:
        document: with the layer `names`.
        tree: its trees.

    Returns:
        Persons in order of first mention; variants of one name are joined.
    """
    gathering = _Gathering()
    for named in sorted(namings(document, tree), key=lambda n: -len(n.words)):
        gathering.add(named)
    for person in gathering.persons:
        person.named.sort(key=lambda named: named.mention.first)
    return sorted(gathering.persons, key=lambda person: person.named[0].mention.first)


class _Gathering:
    """The persons so far, and who each form of a name may mean; fuller forms are added first."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._fits: dict[tuple[str, ...], tuple[int, list[tuple[int, Person, str]]]] = {}

    def add(self, named: Named) -> None:
        """Add a place to the person that it names: the best fit, then the one named nearest before."""
        fitting = [entry for entry in self._fitting(named.words) if not _clash(named, entry[1])]
        if not fitting:
            person = Person()
            self.persons.append(person)
        else:
            _, person, reason = max(fitting, key=lambda entry: (entry[0], -entry[1].distance(named.mention.first)))
            if reason and reason not in person.reasons:
                person.reasons.append(reason)
        person.take(named)

    def _fitting(self, words: tuple[str, ...]) -> list[tuple[int, Person, str]]:
        checked, found = self._fits.get(words, (0, []))
        for person in self.persons[checked:]:
            fit, reason = max((_fit(words, variant) for variant in sorted(person.variants)), key=lambda pair: pair[0])
            if fit:
                found.append((fit, person, reason))
        self._fits[words] = (len(self.persons), found)
        return found


def _clash(named: Named, person: Person) -> bool:
    """Tell whether titles say that two people share a name."""
    one, other = named.title, person.titled
    if one is None or other is None:
        return False
    states = one.country and other.country and one.country != other.country
    return bool(states) or bool(one.gender and other.gender and one.gender != other.gender)


def _fit(short: tuple[str, ...], full: tuple[str, ...]) -> tuple[int, str]:
    """Judge whether the shorter name can mean the bearer of the fuller one (3 surely, 0 not)."""
    if short == full:
        return 4, ""
    if len(short) < len(full):
        if short == full[len(full) - len(short) :] or (
            short[0] in ("al", "el") and short[1:] == full[-len(short) + 1 :]
        ):
            return 3, ""
        if len(short) == 1 and short[0] == full[0] and len(full[0]) > 2:
            return 1, ""
        if short[0] == full[0] and (short[-1] == full[-1] or (len(short) > 1 and short == full[: len(short)])):
            return 3, ""
    return _near(short, full)


def _near(short: tuple[str, ...], full: tuple[str, ...]) -> tuple[int, str]:
    """Judge misspellings and short first names."""
    from rapidfuzz.fuzz import ratio

    surname = ratio(short[-1], full[-1])
    enough = min(len(short[-1]), len(full[-1])) >= 5
    if len(short) == 1 or len(full) == 1:
        if enough and surname >= NEARLY and short[-1][0] == full[-1][0]:
            return 2, f"{short[-1].title()!r} read as {full[-1].title()!r}, {surname:.0f} % alike"
        return 0, ""
    first = ratio(short[0], full[0])
    inside = min(len(short[0]), len(full[0])) >= 3 and (
        full[0].endswith(short[0]) or full[0].startswith(short[0]) or short[0].endswith(full[0])
    )
    if surname == 100 and (first >= ALIKE or inside):
        return 2, f"{' '.join(short).title()!r} read as {' '.join(full).title()!r}: same surname, first name alike"
    # "Lam Wai-shan" and "Lam Tsz-shun" have only the family name, which stands first, in common
    between = not short[1:-1] or not full[1:-1] or short[1:-1] == full[1:-1]
    if first == 100 and enough and surname >= NEARLY and between:
        return 2, f"{' '.join(short).title()!r} read as {' '.join(full).title()!r}: same first name, surname alike"
    return 0, ""
