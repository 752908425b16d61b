"""Knows persons of politics by every spelling of their names."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.knowledge.fold import fold
from dragoman.knowledge.own import Row, imported
from dragoman.knowledge.table import Index, lines

_COLUMNS = ("key", "name", "aliases", "country", "wikidata", "folded")
_LEAST_ALIKE = 86.0
_REMEMBERED = 1 << 12  # names that no table has as they are; a report asks for the same one with and without its title


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the tables.

    Args:
        key: unique, made from the name ("yair-lapid").
        name: as English news has it.
        aliases: other spellings and short names.
        country: ISO alpha-3 of the state served, None where unknown.
        wikidata: Wikidata id, None where unknown.
        own: whether the user imported it; it outranks namesakes of ours.
        sector: code of `codes.sectors` that the user gave it, whatever its offices, None where not.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    wikidata: str | None
    own: bool = False
    sector: str | None = None


class Persons:
    """All persons, found by key, full name, surname or likeness.

    Args:
        own: rows that the user imported; they outrank ours.
    """

    def __init__(self, own: Sequence[Row] = ()) -> None:
        self._rows = lines("persons.tsv.gz", _COLUMNS)
        self._index = Index("persons_index.tsv.gz")
        self._alike = lru_cache(maxsize=_REMEMBERED)(self._similar)
        self._own = _own_persons(own, self.packaged)
        self._own_forms: dict[str, list[Person]] = {}
        self._own_surnames: dict[str, list[Person]] = {}
        for person in self._own.values():
            forms = {fold(form) for form in (person.name, *person.aliases)}
            for form in forms:
                self._own_forms.setdefault(form, []).append(person)
            for surname in {form.rpartition(" ")[2] for form in forms}:
                self._own_surnames.setdefault(surname, []).append(person)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Person]:
        yield from self._own.values()
        for place in range(len(self._rows)):
            person = self._person(place)
            if person.key not in self._own:
                yield person

    def given(self, word: str) -> bool:
        """Tell whether somebody of the tables bears a word as first of several names ("Sergei", "Ana")."""
        return f"g:{fold(word)}" in self._index

    def first_name(self, word: str) -> bool:
        """Tell whether a word is borne more often as a first name than as a surname ("Tony", but not "Johnson")."""
        folded = fold(word)
        return len(self._index.find(f"g:{folded}")) > len(self._index.find(f"s:{folded}"))

    def get(self, key: str) -> Person | None:
        """Give a person by key."""
        return self._own.get(key) or self.packaged(key)

    def packaged(self, key: str) -> Person | None:
        """Give a person of the packaged table by key, whatever the user imported."""
        start = key + "\t"
        place = bisect_left(self._rows, start)
        return self._person(place) if place < len(self) and self._rows[place].startswith(start) else None

    def named(self, form: str) -> tuple[Person, ...]:
        """Give those who bear a name or alias, whatever its case, marks and full stops.

        Args:
            form: a full name or alias; a middle initial that no table has is passed over.
        """
        folded = fold(form)
        if folded in self._own_forms:
            return tuple(self._own_forms[folded])
        places = self._index.find(f"n:{folded}")
        words = folded.split(" ")
        if not places and len(words) > 2:
            shorter = [word for position, word in enumerate(words) if position == 0 or len(word) > 1]
            places = self._index.find("n:" + " ".join(shorter)) if len(shorter) > 1 else []
        return self._persons(places)

    def surnamed(self, surname: str) -> tuple[Person, ...]:
        """Give those who bear a surname ("Lapid", "al-Assad", "Xi"), in the order of their keys."""
        own = self._own_surnames.get(fold(surname), [])
        ours = self._persons(self._index.find(f"s:{fold(surname)}"))
        return (*own, *(person for person in ours if person not in own))

    def states_of_given(self, word: str) -> Counter[str]:
        """Count the states of those who bear a word as first of several names ("Gabor")."""
        return self._states(self._index.find(f"g:{fold(word)}"))

    def states_of_surname(self, surname: str) -> Counter[str]:
        """Count the states of those who bear a surname ("Kovacs")."""
        return self._states(self._index.find(f"s:{fold(surname)}"))

    def worded(self, word: str) -> tuple[Person, ...]:
        """Give those who have a word anywhere in their usual name ("Abiy" of Abiy Ahmed Ali)."""
        return self._persons(_words().find(f"w:{fold(word)}"))

    def similar(self, form: str) -> tuple[tuple[Person, float, str], ...]:
        """Give those whose name is spelt nearly so, best first.

        Candidates share the first letters of the last or the first word; only they are compared.

        Args:
            form: a full name of at least two words.

        Returns:
            (person, likeness 0 to 1, reason in words); empty where none is near.
        """
        return self._alike(form)

    def _similar(self, form: str) -> tuple[tuple[Person, float, str], ...]:
        folded = fold(form)
        words = folded.split(" ")
        if len(words) < 2:
            return ()
        from rapidfuzz import fuzz, process

        forms = self._candidates(words)
        best: dict[int, float] = {}
        for other, score, _ in process.extract(
            folded, list(forms), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=20
        ):
            if _agree(words, other.split(" ")):
                for place in forms[other]:
                    best[place] = max(best.get(place, 0.0), score)
        found = [(self._person(place), score) for place, score in best.items()]
        return tuple(
            (person, score / 100, f"{form!r} is spelt almost as {person.name!r} (likeness {score:.0f} of 100)")
            for person, score in sorted(found, key=lambda entry: (-entry[1], entry[0].key))
        )

    def _candidates(self, words: list[str]) -> dict[str, list[int]]:
        forms: dict[str, list[int]] = {}
        for block in (f"b:<{words[0][:2]}{words[-1][:1]}", f"b:>{words[-1][:3]}"):
            for place in _words().find(block):
                for form in self._rows[place].rpartition("\t")[2].split("|"):
                    if " " in form and place not in (known := forms.setdefault(form, [])):
                        known.append(place)
        return forms

    def _persons(self, places: list[int]) -> tuple[Person, ...]:
        found = (self._person(place) for place in places)
        return tuple(self._own.get(person.key, person) for person in found)

    def _states(self, places: list[int]) -> Counter[str]:
        return Counter(filter(None, (self._rows[place].split("\t")[3] for place in places)))

    def _person(self, place: int) -> Person:
        key, name, aliases, country, wikidata, _ = self._rows[place].split("\t")
        return Person(
            key=key,
            name=name,
            aliases=tuple(filter(None, aliases.split("|"))),
            country=country or None,
            wikidata=wikidata or None,
        )


def _own_persons(own: Sequence[Row], packaged: Callable[[str], Person | None]) -> dict[str, Person]:
    """Make the persons of imported rows; what we know of one of them beside is kept."""
    found: dict[str, Person] = {}
    for row in own:
        if row.kind != "person":
            continue
        ours = found.get(row.key) or packaged(row.key)
        names = dict.fromkeys((*row.aliases, *((ours.name, *ours.aliases) if ours else ())))
        name = ours.name if ours is not None and ours.own else row.name
        always = row.sector if not (row.office or row.start or row.end) else ""
        person = Person(
            key=row.key, name=name, aliases=tuple(each for each in names if each != name),
            country=row.country or (ours.country if ours else None),
            wikidata=row.wikidata or (ours.wikidata if ours else None), own=True,
        )  # fmt: skip
        found[row.key] = replace(person, sector=always or (ours.sector if ours else None))
    return found


def _agree(words: list[str], others: list[str]) -> bool:
    """Demand that first and last words are near and every word of the shorter name has its like in the longer."""
    from rapidfuzz import fuzz

    shorter, longer = sorted((words, others), key=len)
    if any(max(fuzz.ratio(word, other) for other in longer) < 70 for word in shorter):
        return False

    last = fuzz.ratio(words[-1], others[-1])
    first = fuzz.ratio(words[0], others[0])
    return bool(last >= 75 and first >= 60 and last + first >= 160)


@lru_cache(maxsize=1)
def _words() -> Index:
    """Give the index of single words and of beginnings, needed only for names that no table has as they are."""
    return Index("persons_words.tsv.gz")


@lru_cache(maxsize=1)
def persons() -> Persons:
    """Give the packaged table of persons, read once."""
    return Persons(imported())
