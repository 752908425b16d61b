"""Finds the bodies whose names tell by their build that they are one: "the Front for the Delta", "the Miners' Bloc"."""

from collections.abc import Iterator

from dragoman.knowledge.actors import nouns, words
from dragoman.knowledge.countries import countries
from dragoman.model import Document, Name
from dragoman.stages.names.mend import LINKS, POSSESSIVES, named

LONGEST = 8
BODIES = ("organisation", "government_body", "armed_group")


def built(document: Document) -> Iterator[Name]:
    """Find names of bodies that the tagger missed or saw only a part of.

    Args:
        document: with its analysis.

    Yields:
        Names that no name of the tagger reaches over the edge of.
    """
    tagged = document.analysis.names
    for token in document.tokens:
        if not token.text[:1].isupper() or token.i == 0 or document.tokens[token.i - 1].text.lower() != "the":
            continue
        last = _end(document, token.i)
        if last - token.i < 2 or not _is_body(document, token.i, last):
            continue
        around = [name for name in tagged if name.first < last and token.i < name.last]
        inside = all(token.i <= name.first and name.last <= last for name in around)
        known = countries().find(document.text[token.start : document.tokens[last - 1].end])
        if (
            inside
            and known is None
            and not any(name.label == "PER" or name.last - name.first == last - token.i for name in around)
        ):
            yield named(document, token.i, last, "ORG")


def _end(document: Document, first: int) -> int:
    """Give the word after the capitals that begin at a word, over possessive endings, "of the" and "for"."""
    tokens, last, linked = document.tokens, first, False
    for i in range(first, min(first + LONGEST, len(tokens))):
        linked = linked or tokens[i].text.lower() in LINKS
        apart = i > first and "\n" in document.text[tokens[i - 1].end : tokens[i].start]
        if tokens[i].text[:1].isupper() and not apart:
            last = i + 1
        elif apart or (tokens[i].text in POSSESSIVES and linked) or not _goes_on(tokens[i].text):
            break
    return last


def _goes_on(word: str) -> bool:
    return word in POSSESSIVES or word.lower() in (*LINKS, "the")


def _is_body(document: Document, first: int, last: int) -> bool:
    """Tell whether a noun for a body stands before "of" or "for", or people own it ("the Workers' Central")."""
    tokens = document.tokens
    for i in range(first + 1, last):
        before = tokens[i - 1].text.lower()
        if tokens[i].text.lower() in LINKS:
            noun = nouns().rows.get(before)
            return before in words("armed tail") or (noun is not None and noun.kind in BODIES)
        if tokens[i].text in POSSESSIVES and i + 1 < last and tokens[i + 1].text[:1].isupper():
            noun = nouns().find(before)
            return noun is not None and noun.kind == "group" and (before.endswith("s") or before == "people")
    return False
