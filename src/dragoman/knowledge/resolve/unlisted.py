"""Describes a body that no table holds by the words of its own name: "University of Nairobi", "Union of Carriers"."""

from dragoman.codes.sectors import plover
from dragoman.knowledge.countries import countries
from dragoman.knowledge.resolve import bodies, finer
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.resolve.phrase import Phrase
from dragoman.knowledge.resolve.resolution import Resolution


def describe(phrase: Phrase) -> Resolution | None:
    """Describe an organisation that no table holds: a word of it says so ("Council", "Union of Carriers")."""
    words = phrase.words
    parts = words.lower().replace(".", "").split()
    if not (words[:1].isupper() or words[:1].isdigit()) or not parts:
        return None
    last = parts[-1] if parts[-1] in words_of("body noun") else ""
    if not last and parts[0] in words_of("body noun") and len(parts) > 2 and parts[1] in ("of", "for", "on"):
        last = parts[0]
    if not last:
        return None
    country = phrase.country or _state_anywhere(words)
    if last in words_of("force noun") and words_of("rebel word") & set(parts):
        return Resolution(name=words, kind="armed_group", country=country, sector="REB", reason="no table holds it")
    if last in words_of("irregular force") and _irregular(parts, words):
        return Resolution(name=words, kind="armed_group", country=country, sector="REB", reason="no table holds it")
    kind, sector = _body_kind(last)
    told = finer.of_noun(bodies.lemmas(last), parts[-2] if parts[-1] == last and len(parts) > 1 else "")
    if sector == "UNK" and told is not None:
        sector = plover(told)
    if last == "bank" and (words_of("state bank word") & set(parts) or parts[:2] == ["bank", "of"]):
        kind, sector = "government_body", "GOV"
    told = told if told is not None and plover(told) == sector else None
    return Resolution(name=words, kind=kind, country=country, sector=sector, finer=told, reason="no table holds it")


def _irregular(parts: list[str], words: str) -> bool:
    """Tell whether a force is no state's: neither a state nor a number nor an arm stands in its name."""
    if len(parts) < 2 or words_of("regular force word") & set(parts) or any(sign.isdigit() for sign in words):
        return False
    return not any(countries().find(word) for word in words.split())


def _state_anywhere(words: str) -> str | None:
    """Find a state, or a place of one, named anywhere in the name of a body: "University of Nairobi"."""
    at_start = bodies.state_of_place(words)
    if at_start is not None:
        return at_start
    parts = words.split()
    for start in range(len(parts)):
        for length in range(min(3, len(parts) - start), 0, -1):
            form = " ".join(parts[start : start + length])
            known = countries().find(form) if form[:1].isupper() else None
            if known is not None and known.kind != "metonym":
                return known.iso3
        if start and parts[start - 1].lower() in words_of("preposition"):
            found = bodies.state_of_place(" ".join(parts[start:]))
            if found is not None:
                return found
    return None


def _body_kind(noun_word: str) -> tuple[str, str]:
    if noun_word in words_of("business"):
        return "organisation", "BUS"
    if noun_word in words_of("media"):
        return "organisation", "MED"
    noun = bodies.noun_of(noun_word)
    if noun is None or noun.kind not in ("organisation", "government_body", "armed_group"):
        return "organisation", "UNK"
    return noun.kind, plover(noun.sector)
