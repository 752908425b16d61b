"""Finds the state, body or group that words without a personal name stand for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.codes.sectors import plover
from dragoman.knowledge.actors import nouns, peoples
from dragoman.knowledge.actors import words as classing
from dragoman.knowledge.actors.nouns import Noun
from dragoman.knowledge.countries import Country, countries
from dragoman.knowledge.offices import offices
from dragoman.knowledge.organisations import Organisation, organisations
from dragoman.knowledge.persons import persons
from dragoman.knowledge.places import places
from dragoman.knowledge.resolve import finer
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.resolve.phrase import Phrase
from dragoman.knowledge.resolve.resolution import Resolution
from dragoman.knowledge.titles import Title

_MANY = 100_000


def state(iso3: str, reason: str) -> Resolution:
    """Describe a state."""
    country = countries().get(iso3)
    return Resolution(
        name=country.name if country else iso3,
        kind="country",
        country=iso3,
        sector="GOV",
        actor=iso3,
        wikidata=country.wikidata if country else None,
        reason=reason,
    )


def organisation(found: Organisation, reason: str) -> Resolution:
    """Describe an organisation of the tables."""
    kind = "organisation" if found.kind == "accord" else found.kind
    return Resolution(
        name=found.name, kind=kind, country=found.country, sector=found.sector, actor=found.key, reason=reason
    )


def whole(words: str) -> Resolution | None:
    """Read words that as a whole are a state, a people or an organisation."""
    form = countries().find(words)
    if form is not None and form.kind != "people":
        how = {"capital": "its capital stands for it", "demonym": "its adjective stands for it"}.get(
            form.kind, "by name"
        )
        return state(form.iso3, how)
    found = organisations().find(words)
    if found is not None:
        return organisation(found, f"{words!r} is a name of it")
    if form is not None:
        return people(form.form, form.iso3, definite=words[:4].lower() == "the ")
    group = peoples().get(words)
    if group is not None:
        return Resolution(
            name=group.name, kind="group", country=group.country or None, sector=group.sector, reason="a people"
        )
    return None


def people(form: str, iso3: str, *, definite: bool) -> Resolution:
    """Read the name of a people: "the Iranians" are Iran as a rule, "Iranians" are people of it."""
    if definite:
        return state(iso3, "its people stand for it")
    return Resolution(name=form, kind="group", country=iso3, sector="CVL", reason=f"people of {iso3}")


def head(phrase: Phrase, hint: str | None) -> Resolution | None:
    """Read a head noun with what stands around it: "Turkish military", "Kyiv police", "Hezbollah fighters".

    Args:
        phrase: a mention without a personal name.
        hint: ISO alpha-3 of the report's own state, used where the words are definite and name no state.
    """
    words = " ".join(filter(None, (phrase.rest, phrase.title_words))) if phrase.title is None else phrase.title_words
    words = words or phrase.name or phrase.rest
    noun = noun_of(words)
    if noun is None:
        return None if phrase.body is None or phrase.name else _of_unknown(phrase.body, words)
    if phrase.body is not None:
        return _of_body(phrase.body, noun, words)
    group = inside(words) if noun.kind == "armed_group" or (noun.kind == "group" and noun.sector == "UNK") else None
    if group is not None and group.kind == "armed_group":
        return group
    iso3, reason = phrase.country, "the words name the state"
    if iso3 is None:
        iso3, reason = state_of_place(words), "a place in the words lies there"
    if iso3 is None and hint is not None and phrase.determiner == "the" and noun.kind in ("country", "government_body"):
        iso3, reason = hint, "the report's own state"
    return _of_state(noun, words, iso3, reason if iso3 else f"{words!r} names no state")


def _of_state(noun: Noun, words: str, iso3: str | None, reason: str) -> Resolution:
    country = countries().get(iso3) if iso3 else None
    if noun.kind == "country":
        iso3 = iso3 or _leader_state(words)
        if iso3 is not None:
            return state(iso3, f"{words!r} stands for the state; {reason}")
        return Resolution(kind="country", sector=noun.sector, reason=reason)
    said = noun.same or words if noun.kind == "government_body" else words
    name = f"{_adjective(country)} {said}" if country and not words[:1].isupper() else words
    return Resolution(
        name=name, kind=noun.kind, country=iso3, sector=plover(noun.sector), finer=_finer(words, noun), reason=reason
    )


def _leader_state(words: str) -> str | None:
    """Find the state in "the Lukashenko regime": it is that of the one leader of that name."""
    parts = words.split()
    if len(parts) < 2 or not parts[-2][:1].isupper():
        return None
    led = {
        person.country
        for person in persons().surnamed(parts[-2])
        if any(term.office in words_of("leading office") for term in offices().terms(person.key))
    }
    return led.pop() if len(led) == 1 else None


def _of_body(body: Organisation, noun: Noun, words: str) -> Resolution:
    """Read "Hezbollah fighters" (the group itself), "UN officials" (its people), "State Department official"."""
    if body.kind == "armed_group" and noun.sector in ("REB", "MIL", "CVL", "UNK"):
        return organisation(body, f"{words!r} of it stand for it")
    sector = noun.sector if noun.sector in ("LEG", "MIL", "JUD") and body.sector == "IGO" else body.sector
    if body.sector == "IGO" and noun.lemma in words_of("national noun"):
        sector = "GOV"  # ministers and states that meet in it are no part of its staff
    kind = noun.kind if noun.kind in ("organisation", "government_body") else "group"
    kind = "organisation" if body.sector == "IGO" and kind == "government_body" and sector == "IGO" else kind
    return Resolution(
        name=f"{body.name} {words}", kind=kind, country=body.country, sector=sector, reason=f"people of {body.name}"
    )


def _of_unknown(body: Organisation, words: str) -> Resolution:
    return Resolution(
        name=f"{body.name} {words}",
        kind="group",
        country=body.country,
        sector=body.sector,
        reason=f"somebody or something of {body.name}",
    )


def _adjective(country: Country | None) -> str:
    return (country.demonyms or (country.name,))[0] if country else ""


def _finer(words: str, noun: Noun) -> str | None:
    """Give the finer sector of a noun with the word before it, where it falls into the noun's own sector."""
    parts = words.lower().split()
    told = finer.of_noun([noun.lemma, *lemmas(parts[-1])], parts[-2] if len(parts) > 1 else "")
    found = told if told is not None and plover(told) == plover(noun.sector) else None
    return found or (noun.sector if noun.sector != plover(noun.sector) else None)


@lru_cache(maxsize=4096)
def noun_of(words: str) -> Noun | None:
    """Read a noun; one that tells no sector by itself has that of the adjectives before it ("Muslim leaders")."""
    found, parts = _plain_noun(words), words.lower().split()
    general = next((lemma for lemma in lemmas(parts[-1]) if lemma in words_of("general noun")), None) if parts else None
    if general is None or (found is not None and " " in found.lemma):
        return found
    told = finer.of_adjectives(parts[:-1])
    if told is None:
        # "the parties" alone are the two sides of something as a rule
        return _filed(found) if found is not None and parts != ["parties"] else found
    kind = found.kind if found is not None and found.kind != "country" else "group"
    if plover(told) == "REB":
        kind = "armed_group"
    elif plover(told) in ("MIL", "COP", "LEG", "JUD", "GOV") and general in words_of("standing noun"):
        kind = "government_body"
    return Noun(lemma=general, kind=kind, sector=told, same="")


def _filed(noun: Noun) -> Noun:
    """Give a noun without a sector that of its finer one ("party")."""
    told = finer.of_noun([noun.lemma]) if noun.sector == "UNK" else None
    return replace(noun, sector=told) if told is not None else noun


def _plain_noun(words: str) -> Noun | None:
    parts = words.lower().split()
    if not parts:
        return None
    for lemma in lemmas(parts[-1]):
        before = parts[-2] if len(parts) > 1 else ""
        found = next((noun for each in lemmas(before) if (noun := nouns().find(lemma, each))), None)
        if found is not None:
            return found
    return None


def lemmas(word: str) -> Sequence[str]:
    """Give the singulars that a plural may have, the word itself first."""
    forms = [word]
    if word.endswith("men"):
        forms.append(word[:-3] + "man")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return forms + {"people": ["person"], "children": ["child"], "women": ["woman"]}.get(word, [])


def state_of_place(words: str) -> str | None:
    """Find the state of a place named at the start: "Kyiv police", "Kano State government"."""
    parts = words.split()
    opening = parts[0].lower() if parts else ""
    # "Federal", "National" are towns too, and "Southern" a province
    least = 1 if opening in classing("classing") or opening in classing("compass") else 0
    for length in range(min(3, len(parts)), least, -1):
        if parts[0][:1].isupper():
            found = places().find(" ".join(parts[:length]))
            if found and found[0].country and (found[0].population >= _MANY or found[0].precision != "city"):
                return found[0].country
    return None


def counted(phrase: Phrase) -> Resolution | None:
    """Read "two Russians": some people of a state."""
    form = countries().find_as(phrase.words, "people")
    return people(form.form, form.iso3, definite=False) if form is not None else None


def part_of_people(phrase: Phrase) -> Resolution | None:
    """Read "the Syrian Kurds": the part of a people that lives in a state."""
    group, country = peoples().get(phrase.name), countries().get(phrase.country or "")
    if group is None or country is None:
        return None
    return Resolution(
        name=f"{_adjective(country)} {group.name}",
        kind="group",
        country=country.iso3,
        sector=group.sector,
        reason=f"a people, those of {country.iso3}",
    )


def described(phrase: Phrase) -> Phrase:
    """Take the sector of an unknown person from the noun before the name: "Turkish businessman Ali Kaya"."""
    noun = noun_of(phrase.rest)
    title = Title(
        term=phrase.rest.lower(), office=None, sector=plover(noun.sector) if noun else None,
        cameo=_finer(phrase.rest, noun) if noun else None,
    )  # fmt: skip
    return replace(phrase, title=title, title_words=phrase.rest)


def inside(words: str, least: int = 1, country: str | None = None) -> Resolution | None:
    """Find an organisation named anywhere in the words: "the rebel FDLR force".

    Args:
        words: the mention.
        least: words that the organisation's name must have.
        country: the state that the words name: an organisation of another one is not meant.
    """
    parts = words.split()
    for length in range(min(5, len(parts)), least - 1, -1):
        for start in range(len(parts) - length + 1):
            form = " ".join(parts[start : start + length])
            if length == 1 and all(part[:1].isupper() for part in parts):
                continue  # the last word of "Some Group PLC" is no organisation
            found = organisations().find(form) if form[:1].isupper() else None
            if found is not None and (country is None or found.country in (None, country)):
                return organisation(found, f"{form!r} in the words is a name of it")
    return None


def place(words: str) -> Resolution | None:
    """Read a province or city that is named where an actor is wanted: its authorities."""
    found = places().find(words)
    if not found or not words[:1].isupper() or not found[0].country:
        return None
    if found[0].precision == "province":
        return Resolution(
            name=found[0].name, kind="government_body", country=found[0].country, sector="GOV",
            reason="a province stands for its authorities",
        )  # fmt: skip
    if found[0].population >= _MANY:
        return Resolution(
            name=found[0].name, country=found[0].country, reason=f"a {found[0].precision}, whoever acts there"
        )
    return None
