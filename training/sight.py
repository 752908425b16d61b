"""Counts what the tagger of events has right: triggers and their types, status, arguments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.language.sightings import moved
from dragoman.model import Sighting
from training.corpora import Sentence, Telling
from training.score import f1
from training.tellings import Report

SURE = 0.5

Counts = tuple[int, int, int]


@dataclass(slots=True)
class SightCounts:
    """Sums over sentences: right, wanted and given of each type and role; statuses right, and asked for."""

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    statuses: int = 0
    triggers: int = 0

    def add(self, sentence: Sentence, sightings: Sequence[Sighting]) -> None:
        """Count one sentence; the words of its sightings are counted from its first."""
        tellings = sentence.tellings or ()
        sure = [sighting for sighting in sightings if sighting.types[0][1] >= SURE]
        for sighting in sure:
            kind = sighting.types[0][0]
            self.given[kind] += 1
            self.right[kind] += any(kind == t.type and sighting.token in (t.word, *t.beside) for t in tellings)
        for telling in tellings:
            words = (telling.word, *telling.beside)
            self.wanted[telling.type] += 1
            self.found[telling.type] += any(s.token in words and s.types[0][0] == telling.type for s in sure)
        by_word = {sighting.token: sighting for sighting in sightings}
        for telling in tellings:
            if telling.word in by_word:
                self._add_telling(telling, by_word[telling.word])

    def _add_telling(self, telling: Telling, sighting: Sighting) -> None:
        self.triggers += 1
        self.statuses += telling.status == sighting.statuses[0][0]
        given = {(role, word) for role, word, chance in sighting.arguments if chance >= SURE}
        for role, _ in telling.roles:
            self.wanted[role] += 1
        for role, word in given:
            self.given[role] += 1
            self.right[role] += (role, word) in telling.roles
            self.found[role] += (role, word) in telling.roles

    def figures(self, kinds: Iterable[str]) -> dict[str, float]:
        """Return precision, recall and F1 of some types or roles together, in per cent."""
        right, found, wanted, given = (
            sum(counts[kind] for kind in kinds_of)
            for kinds_of, counts in zip(
                [list(kinds)] * 4, (self.right, self.found, self.wanted, self.given), strict=True
            )
        )
        precision, recall = 100 * right / max(1, given), 100 * found / max(1, wanted)
        return {"P": precision, "R": recall, "F1": 2 * precision * recall / max(1e-9, precision + recall)}


def sighted(reports: Iterable[Report]) -> SightCounts:
    """Count the sightings in reports' analyses."""
    counts = SightCounts()
    for report in reports:
        for span, sentence in zip(report.analysis.sentences, report.sentences, strict=True):
            own = [s for s in report.analysis.sightings if span.first <= s.token < span.last]
            counts.add(sentence, [moved(sighting, -span.first) for sighting in own])
    return counts


def told(report: Report) -> Counts:
    """Count events whose evidence has a sure sighting of their type, all events, and events plus false sightings."""
    events = [(event["type"], list(evidence(report.content["text"], event))) for event in report.content["events"]]
    seen = [
        (sighting.types[0][0], report.analysis.tokens[sighting.token].start)
        for sighting in report.analysis.sightings
        if sighting.types[0][1] >= SURE
    ]

    def within(kind: str, start: int, event: tuple[str, list[tuple[int, int]]]) -> bool:
        return kind == event[0] and any(first <= start < last for first, last in event[1])

    found = sum(any(within(kind, start, event) for kind, start in seen) for event in events)
    wrong = sum(not any(within(kind, start, event) for event in events) for kind, start in seen)
    return found, len(events), found + wrong


def evidence(text: str, event: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences that tell an event stand."""
    for part in event["evidence"]:
        start = text.find(part)
        if start >= 0:
            yield start, start + len(part)


def told_figures(reports: Iterable[Report]) -> dict[str, float]:
    """Return precision, recall and F1 of events seen by type within their evidence, in per cent."""
    rows = [told(report) for report in reports]
    found, wanted, given = (sum(row[column] for row in rows) for column in range(3))
    return {"P": 100 * found / max(1, given), "R": 100 * found / max(1, wanted), "F1": f1(rows)}
