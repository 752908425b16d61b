"""Finds out who speaks where a report has no quotation marks: a release's state, the turns of a transcript."""

import re
from bisect import bisect_right

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.model import Document
from dragoman.stages.actors.cast import Cast, Referent
from dragoman.stages.actors.namings import name_words

TURN = re.compile(r"(?:^|\n)[ \t]*((?:[A-Z][A-Z’'.\-]+[ ]?){1,6}):[ \t]", re.MULTILINE)
SIGNED = re.compile(r"\A\s*(.{3,60}?), (?:[A-Z]\w+ )+", re.DOTALL)
OFFICIAL = ("government_body", "country")


class Voices:
    """Tells whose "I" and "we" stand outside quotation marks.

    Args:
        document: the report.
        cast: its referents, persons named already.
        house: the body of a state that publishes it, None for an outlet.
    """

    def __init__(self, document: Document, cast: Cast, house: Referent | None = None) -> None:
        self.state = speaks_for(document.article.publisher)
        self.house = house
        turns = list(TURN.finditer(document.text))
        self._starts = [turn.start(1) for turn in turns]
        signed = SIGNED.match(document.text) if self.state and not turns else None
        bearers = _bearers(cast) if turns or signed else {}
        self._speakers = [_bearer(bearers, turn.group(1)) for turn in turns]
        self._signer = _bearer(bearers, signed.group(1)) if signed else None

    def at(self, start: int) -> Referent | None:
        """Give the person whose turn it is at a code point, the signer of a statement, None where nobody is known."""
        turn = bisect_right(self._starts, start) - 1
        return self._speakers[turn] if turn >= 0 else self._signer


def speaks_for(publisher: str | None) -> str | None:
    """Give the state that a publisher speaks for: that of a ministry or government, None for an outlet.

    Args:
        publisher: its name.
    """
    parts = (publisher or "").replace("'s", "").split()
    official = any((noun := nouns().find(part.lower())) is not None and noun.kind in OFFICIAL for part in parts)
    if not official:
        return None
    found = (countries().find(" ".join(parts[i:j])) for i in range(len(parts)) for j in range(len(parts), i, -1))
    form = next((form for form in found if form is not None), None)
    return form.iso3 if form is not None else None


def _bearers(cast: Cast) -> dict[str, Referent]:
    """Give the persons of a report by surname, the first where several share it."""
    found: dict[str, Referent] = {}
    for member in cast.members:
        if member.kind == "person":
            found.setdefault(name_words(member.name)[-1], member)
    return found


def _bearer(bearers: dict[str, Referent], label: str) -> Referent | None:
    """Find the person whose surname a label ends with ("SECRETARY NOVAK")."""
    parts = fold(label).split()
    return bearers.get(parts[-1]) if parts else None
