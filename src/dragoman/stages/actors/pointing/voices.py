"""Finds out who speaks where a report has no quotation marks: a release's state, the turns of a transcript."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.knowledge.quotes import cues
from dragoman.model import Document
from dragoman.stages.actors.cast import Cast, Referent
from dragoman.stages.actors.persons.namings import name_words
from dragoman.stages.actors.phrases import tree_of

TURN = re.compile(r"(?:^|\n)[ \t]*((?:[A-Z][A-Z’'.\-]+[ ]?){1,6}):[ \t]", re.MULTILINE)
SIGNED = re.compile(r"\A\s*(.{3,60}?), (?:[A-Z]\w+ )+", re.DOTALL)
OFFICIAL = ("government_body", "country")
MARKS = ("“", '"', "‘", "«", "-", "•", "*")
"""What a quotation or a list begins with."""


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
        self._opened = [] if turns else list(_opened(document))

    def at(self, start: int, cast: Cast) -> Referent | None:
        """Give whoever speaks at a code point, None where nobody is known.

        Args:
            start: the code point.
            cast: the referents read so far.

        Returns:
            The person whose turn it is; whose speech was opened last ("The minister said:"); the signer of a statement.
        """
        if self.has_floor(start):
            return self._speakers[bisect_right(self._starts, start) - 1]
        said = [subject for opened, subject in self._opened if opened <= start]
        for subject in reversed(said):
            persons = [referent for referent in cast.headed(subject) if referent.kind == "person"]
            if persons:
                return persons[0]
        return self._signer

    def has_floor(self, start: int) -> bool:
        """Tell whether a code point is in a turn of a transcript."""
        return bool(self._starts) and self._starts[0] <= start

    def asked(self, start: int) -> Referent | None:
        """Give whoever is spoken to in the turn at a code point: who had the floor before, else who answers.

        Who has it without a name asks, and whoever is asked answers next.
        """
        turn = bisect_right(self._starts, start) - 1
        mine = self._speakers[turn]
        before = [speaker for speaker in self._speakers[:turn][::-1] if speaker is not None]
        after = [speaker for speaker in self._speakers[turn + 1 :] if speaker is not None]
        for speaker in (*before, *after) if mine is not None else (*after[:1], *before[:1]):
            if speaker is not mine:
                return speaker
        return None


def _opened(document: Document) -> Iterator[tuple[int, int]]:
    """Find where a paragraph opens a speech that goes on without marks ("The minister said:"), and its speaker."""
    if ":\n" not in document.text:
        return
    tree = tree_of(document)
    for sentence in document.analysis.sentences:
        last = document.tokens[sentence.last - 1]
        behind = document.text[last.end : last.end + 4]
        if last.text != ":" or "\n" not in behind or behind.strip()[:1] in MARKS:
            continue
        said = (i for i in range(sentence.first, sentence.last) if document.tokens[i].lemma.lower() in cues().said)
        subjects = [subject for verb in said if (subject := tree.subject(verb)) is not None]
        if subjects:
            yield last.end, subjects[-1]


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
