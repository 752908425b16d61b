"""Finds out who is meant by a title that stands without a name ("the Turkish president", "his counterpart")."""

from dragoman.knowledge.actors import generic, wordings, words
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.titles import Titled
from dragoman.stages.actors.persons.wholes import with_name
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.seated import seat_before

COUNTERPARTS = words("counterpart")


def read_title(reading: Reading, i: int) -> Referent | None:
    """Say whom a title without a name means, and note the mention.

    Args:
        reading: the report being read.
        i: index of the noun that may be a title.

    Returns:
        The referent, None where word i is no title of one definite person.
    """
    tokens = reading.tokens
    token = tokens[i]
    if token.upos not in ("NOUN", "PROPN") or reading.named[i] or token.xpos in ("NNS", "NNPS"):
        return None
    counterpart = is_counterpart(reading, i)
    if not counterpart and not titles.may_end_title(token.text):
        return None
    first, last = reading.tree.full(i)
    if counterpart:
        other = _counterpart(reading, i) or _other_holder(reading, i)
        return _note(reading, other, i, first, last, "counterpart of the one before, of that state")
    if not _definite(reading, i, first):
        return None
    title = titles.read(tokens, first, last)
    apposed = token.deprel == "appos" and any(r.kind == "person" for r in reading.cast.headed(token.head))
    if title is None and (apposed or not _of_a_body(reading, i)):
        title = titles.read(tokens, first, i + 1)
    if title is None or (title.office is None and not _is_person_title(reading, i)):
        return None
    country = title.country or _owner_country(reading, i) or seat_before(reading, i)
    return _note(reading, holder(reading, title, country, i), i, first, last, f"title {title.words!r}")


def is_counterpart(reading: Reading, i: int) -> bool:
    """Tell whether a noun means the holder of the same office elsewhere: "counterpart", "opposite number".

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    lemma = reading.tokens[i].lemma.lower()
    return lemma in COUNTERPARTS or _is_number(reading, i)


def _is_number(reading: Reading, i: int) -> bool:
    tokens = reading.tokens
    return i > 0 and tokens[i].text.lower() == "number" and tokens[i - 1].text.lower() == "opposite"


def _other_holder(reading: Reading, i: int) -> Referent | None:
    """Give somebody unnamed for "his opposite number", which the tables of nouns do not have."""
    owner = reading.tree.one(i, "nmod:poss")
    if owner is None or not _is_number(reading, i):
        return None
    first, last = reading.tree.core(i)
    known = next((r for r in reading.cast.headed(owner) if r.kind == "person"), None)
    country = reading.country_of(first, last, i)
    sector = known.sector if known is not None else "UNK"
    name = reading.document.words(min(reading.tree.rightmost(owner) + 1, i), last).text
    return reading.cast.add(Referent(name=name, kind="group", country=country, sector=sector, label=name.lower()))


def _note(reading: Reading, referent: Referent | None, i: int, first: int, last: int, reason: str) -> Referent | None:
    if referent is not None:
        if reading.tokens[i].deprel == "appos":
            first, last = with_name(reading, referent, first, last)
        reading.mention(referent, first, last, i, form="title", reason=reason)
    return referent


def _definite(reading: Reading, i: int, first: int) -> bool:
    """Tell whether a phrase means one certain person: "the president", "Iraq's president", "Opposition Leader"."""
    tokens = reading.tokens
    opening = tokens[first].text.lower()
    if opening in words("indefinite"):
        return False
    owned = reading.tree.one(i, "nmod:poss") is not None
    determined = reading.tree.one(i, "det") is not None
    return owned or determined or tokens[i].text[0].isupper()


def _of_a_body(reading: Reading, i: int) -> bool:
    """Tell whether a title is that of a body that the report names: "the president of Acme Motors"."""
    owners = (owner for owner in reading.tree.all(i, "nmod") if owner > i and reading.tree.case(owner) in ("of", "at"))
    heads = (r for owner in owners for r in reading.cast.headed(owner))
    return any(r.kind in BODY_KINDS for r in heads)


def _is_person_title(reading: Reading, i: int) -> bool:
    from dragoman.knowledge.titles import titles as table

    return table().find(reading.tokens[i].text) is not None


def _owner_country(reading: Reading, i: int) -> str | None:
    owner = reading.tree.one(i, "nmod:poss")
    return next((r.country for r in reading.cast.headed(owner) if r.country), None) if owner is not None else None


def holder(reading: Reading, title: Titled, country: str | None, i: int) -> Referent | None:
    """Find the holder of a title: a person of the report with that title, else one that the tables know.

    Args:
        reading: the report being read.
        title: what the words say.
        country: the state whose title it is, None where nothing says.
        i: index of its noun.
    """
    appositive = reading.tokens[i]
    if appositive.deprel == "appos":
        for referent in reading.cast.headed(appositive.head):
            if referent.kind == "person":
                return referent
    holders = [referent for _, referent in reading.cast.latest("person") if _holds(referent, title, country)]
    said = title.words.lower()
    called = [referent for referent in holders if any(t == said or t.endswith(f" {said}") for t in referent.titles)]
    holders = called or holders
    own = reading.voices.state if reading.voices is not None and country is None else None
    if holders:
        return next((referent for referent in holders if own and referent.country == own), holders[0])
    ahead = next((m for m in reading.cast.members if m.kind == "person" and _holds(m, title, country)), None)
    if ahead is not None and own in (None, ahead.country):
        return ahead
    # a government that says "the president" means its own, whoever else of that office it names later
    return (_by_tables(reading, title, country) if title.office is not None and not title.past else None) or ahead


def _holds(referent: Referent, title: Titled, country: str | None) -> bool:
    """Tell whether a person of the report bears a title, one that ends or begins like it, or one that it sums up."""
    if country and referent.country and country != referent.country:
        return False
    said = title.words.lower()
    if title.office is not None and referent.office is not None:
        alike = title.office == referent.office or referent.office.startswith(title.office + " ")
        return alike or any(t.startswith((said + " ", said + ",")) for t in referent.titles)
    borne = {*referent.titles, (referent.role or "").lower()}
    if any(t == said or t.endswith(" " + said) or t.startswith((said + " ", said + ",")) for t in borne if t):
        return True
    summed = generic().get(said.split()[-1], frozenset())
    return bool(country and country == referent.country and referent.office in summed)


def _by_tables(reading: Reading, title: Titled, country: str | None) -> Referent | None:
    where = country or reading.identity.home
    found = reading.identity.ask(title.words, where) if where else None
    if found is None or found.kind != "person" or not found.actor:
        return None
    known = reading.cast.known(found.actor)
    if known is not None:
        known.office = known.office or found.office
        return known
    return reading.cast.add(
        Referent(
            name=found.name or title.words,
            kind="person",
            country=found.country or where,
            sector=found.sector or title.sector or "GOV",
            role=wordings().get((found.country or where or "", found.office or ""), found.office) or title.words,
            office=title.office,
            key=found.actor,
            wikidata=found.wikidata,
            reason=found.reason,
        )
    )


def _counterpart(reading: Reading, i: int) -> Referent | None:
    """Find the holder of the same office in another state: "his Turkish counterpart"."""
    first, last = reading.tree.full(i)
    country = reading.country_of(first, last, i)
    owner = reading.tree.one(i, "nmod:poss")
    owners = reading.cast.headed(owner) if owner is not None else []
    known = next((r for r in owners if r.kind == "person"), None)
    if known is None:
        known = next((r for _, r in reading.cast.latest("person") if r.office), None)
    if country is None or known is None or known.office is None:
        return None
    title = Titled(words=known.office, office=known.office, country=country)
    found = holder(reading, title, country, i)
    return found if found is not known else None
