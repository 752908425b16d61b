"""Decides which known actor words of a report mean, as of the report's day."""

from collections.abc import Sequence
from datetime import date

from dragoman.knowledge.actors import wordings, words
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.knowledge.resolve import Resolution, resolve
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.named import Person
from dragoman.stages.actors.persons.titles import Titled

UNDATED = date(2020, 1, 1)
SHORT = 3
"""Letters up to which capitals may be an abbreviation."""


class Identity:
    """Asks the tables on behalf of one report.

    Args:
        day: the report's day, None where unknown.
        home: ISO 3166 alpha-3 of the publisher's state or the state most spoken of.
        context: states spoken of, the most frequent first.
    """

    def __init__(self, day: date | None, home: str | None, context: Sequence[str]) -> None:
        self.day = day or UNDATED
        self.home = home
        self.context = tuple(context)

    def ask(self, words: str, country: str | None = None) -> Resolution:
        """Ask the tables what words mean."""
        return resolve(words, self.day, country=country, context=self.context)

    def person(self, person: Person) -> Referent:
        """Make the referent of a named person: known by title, name and day, else provisional."""
        title, longest = person.titled, person.longest
        country = title.country if title else None
        found = self._known(person, country)
        referent = Referent(
            name=_plain(longest.form),
            kind="person",
            country=country,
            role=role_of(title) if title and not _is_courtesy(title) else None,
            office=title.office if title else None,
            sector=(title.sector if title else None) or "UNK",
            gender=next((n.title.gender for n in person.named if n.title and n.title.gender), ""),
            titles={named.title.words.lower() for named in person.named if named.title},
            reason="; ".join(["named in the report", *person.reasons]),
        )
        if found is not None:
            take(referent, found)
        referent.role = wordings().get((referent.country or "", referent.role or ""), referent.role)
        return referent

    def _known(self, person: Person, country: str | None) -> Resolution | None:
        title, name = person.titled, _plain(person.longest.form)
        queries = [f"{_plain(title.words)} {name}", name] if title and title.office and not title.past else [name]
        for query in queries:
            found = self.ask(query, country)
            if found.actor and found.kind == "person":
                return found
        return None


def _plain(name: str) -> str:
    """Write capitals as a name is written ("SECRETARY NOVAK" of a transcript)."""
    return name.title() if name.isupper() and len(name) > SHORT else name


def _is_courtesy(title: Titled) -> bool:
    """Tell whether a title only honours ("Mr", "His Excellency Dr"), and says nothing of what somebody does."""
    return title.office is None and all(w in words("honour") or w in ("his", "her") for w in fold(title.words).split())


def role_of(title: Titled) -> str:
    """Name a role: the normalised office, else the report's own words, capitals only where they are a name's.

    Args:
        title: what the words say.
    """
    if title.office is not None:
        return title.office
    head, link, rest = title.words.partition(" of ")
    return " ".join(word if word.isupper() else word.lower() for word in head.split()) + link + rest


def take(referent: Referent, found: Resolution) -> None:
    """Fill a referent from the tables; what the report itself says of a role stands.

    Args:
        referent: a person of the report.
        found: who it is by the tables.
    """
    referent.key, referent.wikidata = found.actor, found.wikidata
    referent.name = found.name or referent.name
    referent.country = found.country or referent.country
    referent.office = referent.office or found.office
    stale = found.office is not None and found.office.startswith("former ") and referent.role is not None
    referent.role = referent.role if stale else found.office or referent.role
    if found.sector and found.sector != "UNK":
        referent.sector = found.sector
    referent.reason = f"{referent.reason}; {found.reason}" if found.reason else referent.reason


def state(iso3: str) -> Referent:
    """Make the referent of a state."""
    country = countries().get(iso3)
    return Referent(
        name=country.name if country else iso3,
        kind="country",
        country=iso3,
        sector="GOV",
        key=iso3,
        wikidata=country.wikidata if country else None,
        reason="state",
    )


def body(found: Resolution) -> Referent:
    """Make the referent of a body that the tables know."""
    return Referent(
        name=found.name or "",
        kind=found.kind or "organisation",
        country=found.country,
        sector=found.sector or "UNK",
        key=found.actor,
        wikidata=found.wikidata,
        reason=found.reason,
    )
