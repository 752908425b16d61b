"""Gives each word its dictionary form, by its part of speech."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from dragoman.text.wordlists import rows

_APOSTROPHES = str.maketrans("’‘`´ʼ＇", "''''''")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MOST_LETTERS = 40
_PREFIXES = ("un", "re", "out", "over", "under", "mis", "dis", "de", "fore")
_LEAST_STEM = 4


def lemmas(
    words: Sequence[str], upos: Sequence[str], xpos: Sequence[str], heads: Sequence[int], deprels: Sequence[str]
) -> list[str]:
    """Give the dictionary form of every word of one sentence.

    Args:
        words: the words, in order.
        upos: their universal parts of speech.
        xpos: their Penn Treebank tags.
        heads: index of the word that each hangs on, in the sentence; below 0 for the root.
        deprels: their relations to these.

    Returns:
        One lemma a word: lower case unless the word is a proper noun, an adjective of one, or "I".
    """
    found = []
    for word, tag, fine, head, relation in zip(words, upos, xpos, heads, deprels, strict=True):
        perfect = tag == "AUX" and relation == "aux" and head >= 0 and xpos[head] == "VBN"
        found.append(lemma(word, tag, fine, perfect))
    return found


@lru_cache(maxsize=65_536)
def lemma(word: str, upos: str, xpos: str, perfect: bool = False) -> str:
    """Give the dictionary form of a word.

    Args:
        word: as printed.
        upos: its universal part of speech.
        xpos: its Penn Treebank tag; decides between "find" and "found".
        perfect: whether it is the auxiliary of an active past participle ("'s gone" is "have", "'s going" is "be").

    Returns:
        The form that a dictionary lists, by the conventions of Universal Dependencies for English. Words that no
        lexicon knows come back by the rules of their part of speech.

    Source: lemminflect's lexicon and rules (Jascob 2022, from the NIH SPECIALIST lexicon); the table `lemmas.tsv`.
    """
    plain = word.translate(_APOSTROPHES) if not word.isascii() else word
    lower = plain.lower()
    listed = _listed(lower, upos, xpos, perfect)
    if listed is not None:
        return listed
    if upos in ("VERB", "AUX"):
        return _verb(lower, xpos)
    if xpos in ("NNP", "NNPS", "ADD"):
        return _singular_name(plain) if xpos == "NNPS" else plain
    if upos == "NOUN":
        return _noun(plain, lower, xpos)
    if upos in ("ADJ", "ADV"):
        return _graded(plain, lower, upos, xpos)
    if upos == "NUM":
        return plain.replace(",", "") if _GROUPED.fullmatch(plain) else _spoken(plain, lower)
    return plain if upos in ("PROPN", "X", "SYM", "PUNCT") else lower


@cache
def _table() -> Mapping[tuple[str, str, str, str], str]:
    return {(row["form"], row["upos"], row["xpos"], row["link"]): row["lemma"] for row in rows("lemmas.tsv")}


def _listed(lower: str, upos: str, xpos: str, perfect: bool) -> str | None:
    table = _table()
    if perfect and (found := table.get((lower, upos, "*", "perfect"))) is not None:
        return found
    return table.get((lower, upos, xpos, "*")) or table.get((lower, upos, "*", "*"))


def _known(lower: str, upos: str) -> tuple[str, ...]:
    """Give what the lexicon says: the lemmas that the form may belong to, best first; empty if it does not know it."""
    from lemminflect import getAllLemmas

    found: Mapping[str, tuple[str, ...]] = getAllLemmas(lower, upos)
    return found.get(upos, ())


def _guessed(lower: str, upos: str) -> str:
    """Give the lemma of a form that the lexicon does not know; of a hyphenated one, that of its last part."""
    from lemminflect import getAllLemmasOOV

    before, hyphen, last = lower.rpartition("-")
    if hyphen and (found := _known(last, upos)):
        return before + hyphen + found[0]
    if upos == "NOUN" and last[:1].isalpha() and last.endswith("s") and any(map(str.isdigit, last)):
        return lower[:-1]
    if not (last.isascii() and last.isalpha() and 2 < len(last) <= _MOST_LETTERS):
        return lower
    guesses: tuple[str, ...] = getAllLemmasOOV(last, upos).get(upos, ())
    return before + hyphen + guesses[0] if guesses and guesses[0] else lower


def _derived(lower: str) -> str | None:
    """Give the lemma of a verb that the lexicon lists without its prefix ("unfroze"), or as a noun ("bankrolled")."""
    for prefix in _PREFIXES:
        rest = lower.removeprefix(prefix)
        if rest != lower and len(rest) >= _LEAST_STEM and (found := _known(rest, "VERB")):
            return prefix + next((form for form in found if form != rest), found[0])
    ending = next((end for end in ("ing", "ed") if lower.endswith(end)), "")
    stem = lower.removesuffix(ending)
    if not ending or len(stem) < _LEAST_STEM:
        return None
    forms = [stem, stem + "e"] + ([stem[:-1]] if stem[-1] == stem[-2] else [])
    return next((form for form in forms if form in _known(form, "VERB") or form in _known(form, "NOUN")), None)


def _verb(lower: str, xpos: str) -> str:
    found = _known(lower, "VERB")
    if xpos in ("VBD", "VBN", "VBG", "VBZ"):
        if not found:
            return _derived(lower) or _guessed(lower, "VERB")
        return next((form for form in found if form != lower), found[0])
    if not found and lower.endswith(("ing", "ed")):
        return _guessed(lower, "VERB")
    return lower if not found or lower in found else found[0]


def _noun(plain: str, lower: str, xpos: str) -> str:
    if not lower[-1:].isalpha():
        return _cased(plain, plain)
    found = _known(lower, "NOUN")
    if xpos != "NNS":
        return lower if found or plain == lower else _cased(plain, plain)
    if found:
        return next((form for form in found if form != lower), found[0])
    return _cased(plain, _guessed(lower, "NOUN"))


def _cased(plain: str, form: str) -> str:
    """Give an unknown form the capitals of the word it came from: "NGOs" is of "NGO"."""
    if plain.islower() or not form:
        return form
    return plain[: len(form)] if plain[: len(form)].lower() == form.lower() else form


def _singular_name(plain: str) -> str:
    """Give the singular of a name in the plural: "Iranians" is of "Iranian"."""
    lower = plain.lower()
    found = _known(lower, "NOUN")
    if found:
        return _capitals(plain, next((form for form in found if form != lower), found[0]))
    if lower.endswith("s") and not lower.endswith(("ss", "us")) and len(lower) > 3:
        return plain[:-1]
    return plain


def _capitals(plain: str, form: str) -> str:
    if plain.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if plain[:1].isupper() else form


def _graded(plain: str, lower: str, upos: str, xpos: str) -> str:
    if xpos in ("JJR", "JJS", "RBR", "RBS"):
        found = _known(lower, upos) or _known(lower, "ADJ")
        return next((form for form in found if form != lower), lower)
    if upos == "ADV" or plain == lower:
        return lower
    if "-" in plain:
        first, hyphen, rest = plain.partition("-")
        return first.lower() + hyphen + rest
    # An adjective that no lexicon lists in lower case is one of a nation, a faith or a person: it keeps its capital.
    is_common = bool(_known(lower, "ADJ")) or lower.endswith(("ed", "ing"))
    return lower if is_common else plain


def _spoken(plain: str, lower: str) -> str:
    return plain if plain.isupper() else lower
