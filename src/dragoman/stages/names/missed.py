"""Finds names that the tagger missed but the tables, or the report itself, know for certain."""

from collections.abc import Iterable, Iterator, Set

from dragoman.knowledge.countries import countries
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.times import lexicon, tense_phrases
from dragoman.model import Document, Name
from dragoman.stages.names.mend import named

LONGEST = 6


def missed(document: Document, kept: Iterable[Name], taken: list[bool]) -> Iterator[Name]:
    """Find what the tagger missed: states, known organisations, names that it saw elsewhere.

    Args:
        document: with its analysis.
        kept: the names found so far.
        taken: which words they cover; updated as more are found.

    Yields:
        Further names, none overlapping the others.
    """
    surnames = {document.tokens[n.last - 1].text for n in kept if n.label == "PER" and n.last - n.first > 1}
    bodies = {document.text[n.start : n.end] for n in kept if n.label == "ORG" and n.last - n.first > 1}
    ends = {i: s.last for s in document.analysis.sentences for i in range(s.first, s.last)}
    for token in document.tokens:
        i = token.i
        if taken[i] or not token.text[:1].isupper():
            continue
        if token.upos not in ("PROPN", "NOUN", "ADJ", "X") and not _is_acronym(document, i):
            continue
        found = _known(document, i, ends.get(i, i + 1), taken, bodies)
        if found is None and token.text in surnames and token.upos == "PROPN" and not _is_month(document, i):
            found = named(document, i, i + 1, "PER")
        if found is not None:
            taken[found.first : found.last] = [True] * (found.last - found.first)
            yield found


def _is_month(document: Document, i: int) -> bool:
    """Tell whether a surname stands as the month that it also is ("in May", where Theresa May is spoken of)."""
    month = any(entry.role == "MONTHNAME" for entry in lexicon().words.get(document.tokens[i].text.lower(), ()))
    return month and i > 0 and document.tokens[i - 1].text.lower() in tense_phrases("month")


def _is_acronym(document: Document, i: int) -> bool:
    """Tell whether a pronoun is capitals behind an article, as only a body's initials are ("the WHO")."""
    tokens = document.tokens
    capitals = tokens[i].upos == "PRON" and tokens[i].text.isupper() and len(tokens[i].text) > 1
    return capitals and i > 0 and tokens[i - 1].text in ("the", "The")


def _reach(document: Document, first: int, end: int, taken: list[bool]) -> int:
    """Say how far a name that begins at a word can go: up to a word of another, and to the last capital or digit."""
    tokens, last = document.tokens, first + 1
    for i in range(first + 1, min(first + LONGEST, end)):
        if taken[i]:
            break
        if not tokens[i].text[:1].islower():
            last = i + 1
    return last


def _known(document: Document, first: int, end: int, taken: list[bool], bodies: Set[str]) -> Name | None:
    tokens, text = document.tokens, document.text
    for last in range(_reach(document, first, end, taken), first, -1):
        form = text[tokens[first].start : tokens[last - 1].end]
        state = countries().find(form)
        if state is not None:
            return named(document, first, last, "LOC") if state.kind in ("name", "capital") else None
        alone = tokens[first].upos == "PROPN" or _is_acronym(document, first)
        if form in bodies or ((last - first > 1 or alone) and organisations().find(form) is not None):
            return named(document, first, last, "ORG")
    return None
