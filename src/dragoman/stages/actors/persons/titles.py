"""Reads a title off the words around a name: office, state, sector."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.actors import generic, nouns, words
from dragoman.knowledge.titles import Title, titles
from dragoman.model import Token
from dragoman.stages.actors.states.forms import find as find_state
from dragoman.stages.actors.states.forms import may_open


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """What a title says of its holder.

    Args:
        words: the title without determiner and state ("foreign minister").
        office: normalised office, None where it is none.
        country: ISO 3166 alpha-3 of the state named in it or by it, None where none.
        where: key of the organisation whose title it is, None where none.
        sector: PLOVER sector, None where the table does not say.
        past: whether it is a former one.
        gender: `f`, `m` or "".
    """

    words: str
    office: str | None = None
    country: str | None = None
    where: str | None = None
    sector: str | None = None
    past: bool = False
    gender: str = ""


POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINKS = frozenset({"of", "for", "to", "on", "at", "the", "and"})


def read(tokens: Sequence[Token], first: int, last: int, *, known: bool = False) -> Titled | None:
    """Read the title in words [first, last), None where there is none.

    Args:
        tokens: all words of the document.
        first: index of the first word.
        last: index after the last word.
        known: whether only titles of the table count; else a noun for a person will do ("lawyer").
    """
    for token in tokens[first:last]:
        if token.upos == "ADP" and not _joins(token):
            return None
    kept, state = _without_state(tokens, first, last)
    return _title(_text(kept), state, known)


def _joins(token: Token) -> bool:
    """Tell whether a preposition can stand inside a title: "Secretary of State", "Under Secretary"."""
    return token.text.lower() in LINKS or token.text.lower() in words("rank")


@lru_cache(maxsize=16384)
def is_title_noun(word: str) -> bool:
    """Tell whether a word alone is a title of the table, or may mean the holder of several offices ("leader")."""
    return _look_up(word) is not None or word.lower() in generic()


@lru_cache(maxsize=16384)
def may_end_title(word: str) -> bool:
    """Tell whether a word can be the noun of a title ("minister"), so that longer look-ups are worth while."""
    return titles().find(word) is not None or nouns().find(word.lower()) is not None or word.lower() in generic()


def _without_state(tokens: Sequence[Token], first: int, last: int) -> tuple[list[Token], str | None]:
    """Take determiner and state out of "the Israeli foreign minister"; "ambassador to Israel" keeps its state."""
    kept: list[Token] = []
    state: str | None = None
    at = first
    while at < last:
        length, iso3 = state_at(tokens, at, last)
        sent_to = bool(kept) and kept[-1].text.lower() in ("for", "to")
        if iso3 is not None and not sent_to:
            state = state or iso3
            _drop_dangling(kept)
            at += length
            continue
        token = tokens[at]
        leading = not kept and (token.upos in ("DET", "PRON", "PUNCT", "NUM") or token.text in POSSESSIVES)
        if not leading and token.text not in POSSESSIVES:
            kept.append(token)
        at += 1
    return kept, state


def state_at(tokens: Sequence[Token], at: int, last: int) -> tuple[int, str | None]:
    """Find a state's name or demonym that begins at a word.

    Returns:
        How many words it has, and its ISO 3166 alpha-3 code; (1, None) where there is none.
    """
    if not may_open(tokens[at].text):
        return 1, None
    for length in (4, 3, 2, 1):
        if at + length <= last:
            form = find_state(_text(tokens[at : at + length]))
            if form is not None and form.kind != "capital":
                return length, form.iso3
    return 1, None


@lru_cache(maxsize=16384)
def _look_up(phrase: str) -> Title | None:
    return titles().find(phrase)


def _text(tokens: Sequence[Token]) -> str:
    if len(tokens) == 1:
        return tokens[0].text
    text = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        apart = before is not None and before.end != token.start
        text += (" " if apart else "") + token.text
    return text


def _drop_dangling(kept: list[Token]) -> None:
    while kept and kept[-1].text.lower() in ("of", "the"):
        kept.pop()


def _title(phrase: str, state: str | None, known: bool) -> Titled | None:
    phrase = phrase.strip(" ,-–")
    if not phrase:
        return None
    parts = phrase.lower().split()
    gender = "f" if set(parts) & words("feminine") else "m" if set(parts) & words("masculine") else ""
    found, exact = _found(phrase), True
    if found is None and not known:
        found, exact = _nearly(phrase), False
    if found is not None:
        current = exact and found.effect not in ("past", "coming")
        return Titled(
            words=phrase,
            office=found.office if current else None,
            country=state or found.country,
            where=found.where,
            sector=found.sector,
            past=found.effect == "past",
            gender=gender,
        )
    noun = None if known else nouns().find(parts[-1], parts[-2] if len(parts) > 1 else "")
    noun = noun if _is_of_somebody(parts) else None
    if noun is not None and (len(parts) > 1 or noun.kind == "group" or noun.lemma in words("person in a body")):
        return Titled(words=phrase, country=state, sector=noun.sector, gender=gender)
    return Titled(words=phrase, country=state, gender=gender) if gender else None


def _is_of_somebody(parts: Sequence[str]) -> bool:
    """Tell whether what stands before "of" is somebody: "head of the mission" is, "arrest of the smuggler" not."""
    if "of" not in parts[1:]:
        return True
    head = parts[parts.index("of", 1) - 1]
    return _look_up(head) is not None or nouns().find(head) is not None


def _found(phrase: str) -> Title | None:
    """Look a title up whole, else as two in a row ("Leader of the Opposition MK"); the one with an office counts."""
    whole = _look_up(phrase)
    if whole is not None:
        return whole
    parts = phrase.split()
    for cut in range(len(parts) - 1, 0, -1):
        one = _look_up(" ".join(parts[:cut]).rstrip(","))
        rest = parts[cut + 1 :] if parts[cut].lower() in ("and", "&") else parts[cut:]
        other = _look_up(" ".join(rest)) if one is not None and rest else None
        if one is not None and other is not None:
            return one if one.office is not None or other.office is None else other
    return None


def _nearly(phrase: str) -> Title | None:
    """Look up the head of a title that the table lacks: "Deputy Head | of the Agency", "Energy Bureau | Official"."""
    for link in (" for ", " of ", " to ", " on ", ", "):
        found = _ending(phrase.split(link)[0].rstrip(" ,")) if link in phrase else None
        if found is not None:
            return found
    return _ending(phrase)


def _ending(phrase: str) -> Title | None:
    """Look up the longest end of a phrase that is a title."""
    parts = phrase.split()
    ends = (_look_up(" ".join(parts[first:])) for first in range(len(parts)))
    return next((found for found in ends if found is not None), None)
