"""Finds the turns of a transcript: who has the floor, and the words until the next one has it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.text.wordlists import turns

LEAST_LOUD, LEAST_QUIET = 2, 4
"""How many lines must begin with a label in capitals, or in small letters, before a text is taken for a transcript."""

ASIDE = re.compile(r"(?:[(\[][^()\[\]]{1,40}[)\]][\s.]*)+")
"""What the scribe puts between brackets ("(Laughter.)", "[Inaudible]"): heard in the room, and said by nobody."""

LOUD = re.compile(r"(?:[A-Z][A-Z.\u2019'-]+\.?)(?:,? (?:[A-Z][A-Z.\u2019'-]*|\([^)\n]{1,40}\))){0,7}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of a transcript that one speaker says, one paragraph long at the most.

    Args:
        label: where the words that name the speaker begin and end.
        start: code point where the speech begins.
        end: code point after its end.
    """

    label: tuple[int, int]
    start: int
    end: int


def transcript(text: str) -> tuple[Turn, ...]:
    """Find the turns of a transcript ("SECRETARY ELM: Thank you."), none where a text is not one.

    Args:
        text: any text.

    Returns:
        A turn for each paragraph of each speaker, in order; what stands before the first label is nobody's.
    """
    labels = list(_labels(text))
    if not labels:
        return ()
    found = []
    for (opened, closed, start), following in zip(labels, [*labels[1:], None], strict=True):
        end = following[0] if following else len(text)
        found += [Turn(label=(opened, closed), start=a, end=b) for a, b in _paragraphs(text, start, end)]
    return tuple(found)


def _labels(text: str) -> Iterator[tuple[int, int, int]]:
    loud: list[tuple[int, int, int]] = []
    quiet: list[tuple[int, int, int]] = []
    for match in _line().finditer(text):
        place = (match.start("label"), match.end("label"), match.end())
        (loud if _is_loud(match["label"]) else quiet).append(place)
    again = Counter(text[a:b] for a, b, _ in quiet)
    if len(loud) >= LEAST_LOUD:
        yield from loud
    elif len(quiet) >= LEAST_QUIET and max(again.values()) > 1:
        yield from quiet


def _is_loud(label: str) -> bool:
    return LOUD.fullmatch(label) is not None and len(label) > 1


@cache
def _line() -> re.Pattern[str]:
    parts = "|".join(sorted(map(re.escape, turns("label")), key=len, reverse=True))
    name = r"[A-Z][\w.\u2019'-]+(?: [A-Z][\w.\u2019'-]+){0,3}"
    return re.compile(
        rf"(?m)^[ \t]*(?P<label>{LOUD.pattern}|{parts}|{name})(?: \([^)\n]{{1,60}}\))?:[ \t\u00a0]+(?=\S)"
    )


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"\S[^\n]*", text[start:end]):
        paragraph = match.group().rstrip()
        if ASIDE.fullmatch(paragraph):
            continue
        yield start + match.start(), start + match.start() + len(paragraph)
