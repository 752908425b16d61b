"""Finds out who is meant by a surname of which the report never gives the full name, by what else it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dragoman.knowledge.actors import words
from dragoman.knowledge.fold import fold
from dragoman.knowledge.offices import Term, office_ranks, offices
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import Person as Known
from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve import Resolution
from dragoman.knowledge.titles import titles as table
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.named import Person
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.forms import find as find_state

WORD = re.compile(r"[^\W_][\w.\-’']*", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST = 6
"""How many words of a headline may make up a title and name."""

NEAR = 6
"""How many of the states of a report a title without one may belong to, the most named first."""

LEADING = 1.0
"""Weight in the table of ranks from which on an office is a leading one."""

SURE, UNSURE = 0.5, 0.05
"""Trust from which on somebody counts as holding an office, and below which as holding none."""


class Surnames:
    """Looks for evidence beside a surname: a title alone, the headline, and high office that only one holds.

    Args:
        reading: the report being read.
        named: the persons that it names.
    """

    def __init__(self, reading: Reading, named: Sequence[Person]) -> None:
        self.reading = reading
        self._inside = {
            i for person in named for n in person.named for i in range(n.mention.first, n.mention.last)
        }  # fmt: skip

    def find(self, person: Person) -> Resolution | None:
        """Find the bearer of a surname that stands alone.

        Args:
            person: of whom the report gives one word as name.

        Returns:
            The known person, with the evidence as reason; None where there is none, or for several.
        """
        surname = person.longest.form
        dated = self.reading.document.article.published is not None
        if not dated or any(len(named.words) != 1 for named in person.named) or persons().first_name(surname):
            return None
        bearers = {bearer.key: bearer for bearer in persons().surnamed(surname)}
        if not bearers:
            return None
        for found in (self._by_title(bearers), self._by_headline(surname, bearers), self._by_office(bearers)):
            if found is not None and self._agrees(person, found):
                return found
        return None

    def _by_title(self, bearers: dict[str, Known]) -> Resolution | None:
        """Find a bearer who holds an office that the report names without a name ("the secretary of state")."""
        for title, office, country in self._titles:
            found = self.reading.identity.ask(title, country)
            if found.actor in bearers and self._holds(found.actor, office):
                return replace(found, reason=f"by surname, and the report speaks of {title!r}; {found.reason}")
        return None

    def _by_headline(self, surname: str, bearers: dict[str, Known]) -> Resolution | None:
        """Find a bearer whom the headline names in full, or by an office held that day ("Foreign Minister Lapid")."""
        headline, folded = self._headline, fold(surname)
        for last in (i for i, word in enumerate(headline) if fold(word) == folded):
            opening = headline[max(0, last - LONGEST) : last]
            starts = [" ".join(opening[first:]) for first in range(len(opening))]
            keys = [
                found.actor for words in starts if (found := self._in_full(f"{words} {headline[last]}")) is not None
            ]
            title = next(filter(None, map(table().find, starts)), None)
            if title is not None and not title.effect:
                keys += [key for key in bearers if self._holds(key, title.office, title.term)]
            if len(set(keys)) == 1 and keys[0] in bearers:
                return self._known(bearers[keys[0]], "and the headline")
        return None

    def _in_full(self, name: str) -> Resolution | None:
        """Ask who bears a full name; None where the words are not one."""
        return self.reading.identity.ask(name) if persons().named(name) else None

    def _holds(self, key: str, office: str | None, beginning: str = "") -> bool:
        """Tell whether somebody holds an office, or where it is None one that begins so ("Secretary" of state)."""
        held = [term for term in offices().held(key, self.reading.identity.day) if term.trust >= SURE]
        if office is not None:
            return any(office in (term.office, term.title) for term in held)
        return any(term.title.startswith(f"{beginning} ") for term in held)

    def _known(self, bearer: Known, why: str) -> Resolution | None:
        found = self.reading.identity.ask(bearer.name)
        return replace(found, reason=f"by surname, {why}; {found.reason}") if found.actor == bearer.key else None

    def _by_office(self, bearers: dict[str, Known]) -> Resolution | None:
        """Find the one bearer in any office that day, where it is a leading one and the report names its state."""
        day = self.reading.identity.day
        held = {key: [term for term in offices().held(key, day) if term.trust >= UNSURE] for key in bearers}
        holding = [key for key, terms in held.items() if terms]
        if len(holding) != 1:
            return None
        leading = [term for term in held[holding[0]] if term.trust >= SURE and _leads(term)]
        if not any(term.where in self._mentioned for term in leading):
            return None
        return self._known(bearers[holding[0]], "the only one in office that day")

    def _agrees(self, person: Person, found: Resolution) -> bool:
        """Tell whether what stands beside the surname allows the person: other titles do not, nor "Novak, a farmer"."""
        told = [named.title for named in person.named if named.title is not None]
        return not any(self._introduced(named.mention.head) for named in person.named) and all(
            title.office is None and title.sector in (None, found.sector) and title.country in (None, found.country)
            for title in told
        )

    def _introduced(self, head: int) -> bool:
        """Tell whether an indefinite apposition makes somebody known to the reader, as nobody needs of a leader."""
        tree, tokens = self.reading.tree, self.reading.tokens
        opening = (tokens[tree.full(child)[0]].text.lower() for child in tree.all(head, "appos"))
        return any(word in words("indefinite") for word in opening)

    @cached_property
    def _titles(self) -> list[tuple[str, str, str]]:
        """The titles that stand without a name, each with the state named with it, else every state of the report."""
        reading, tokens = self.reading, self.reading.tokens
        found: dict[tuple[str, str, str], None] = {}
        for token in tokens:
            if token.upos not in ("NOUN", "PROPN") or token.i in self._inside or token.xpos in ("NNS", "NNPS"):
                continue
            if not titles.may_end_title(token.text):
                continue
            first, last = reading.tree.full(token.i)
            title = titles.read(tokens, first, last, known=True) or titles.read(tokens, first, token.i + 1, known=True)
            if title is None or title.office is None or title.past:
                continue
            states = (title.country,) if title.country else reading.identity.context[:NEAR]
            found.update(dict.fromkeys((title.words, title.office, state) for state in states))
        return list(found)

    @cached_property
    def _headline(self) -> list[str]:
        return [POSSESSIVE.sub("", word) for word in WORD.findall(self.reading.document.article.title or "")]

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        """The states that the report or its headline names, by code, and the bodies that it names, by key."""
        forms = (find_state(" ".join(part)) for part in _parts(self._headline))
        states = {*self.reading.identity.context, *(form.iso3 for form in forms if form is not None)}
        document = self.reading.document
        spoken = (document.text[name.start : name.end] for name in document.names if name.label == "ORG")
        bodies = (organisations().find(words) for words in dict.fromkeys(spoken))
        return frozenset({*states, *(body.key for body in bodies if body is not None)})


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + 4, len(words)) + 1):
            yield words[first:last]


def _leads(term: Term) -> bool:
    return office_ranks().get(term.office, (8, 0.0))[1] >= LEADING
