"""Annotated reports to learn from: read, coded up to the layer before events, and compared with what is found."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.evaluate.agree import same_actor
from dragoman.evaluate.gold import article
from dragoman.language import Analyser
from dragoman.model import Actor, Analysis, Document
from dragoman.pipeline.compose import standard_stages
from dragoman.stages.events.candidate import Candidate

UNSEEN_EVERY = 10
"""Every tenth report, by file name, was kept from the tagger's training."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Where an annotated event is told: the words that name it, or the whole sentence where none are given."""

    type: str
    start: int
    end: int
    event: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its annotations.

    Args:
        name: its file name.
        document: with all layers before the events.
        triggers: where its events are told.
        gold: the annotations as they stand.
        same: for each actor found, the ids of the annotated actors that are the same.
    """

    name: str
    document: Document
    triggers: tuple[Trigger, ...]
    gold: dict[str, Any]
    same: dict[str, frozenset[str]]

    def told(self, candidate: Candidate) -> set[str]:
        """Give the annotated events of its type with whose triggers a possible event shares a word."""
        words = [self.document.tokens[word] for word in candidate.words]
        return {
            trigger.event
            for trigger in self.triggers
            if trigger.type == candidate.type and any(w.start < trigger.end and trigger.start < w.end for w in words)
        }

    def roles(self, events: set[str]) -> tuple[set[str], set[str], bool]:
        """Give the annotated actors and recipients of some events, and whether any is between equals."""
        chosen = [event for event in self.gold["events"] if event["id"] in events]
        actors = {i for event in chosen for i in event["actors"]}
        recipients = {i for event in chosen for i in event["recipients"]}
        return actors, recipients, any(event["symmetric"] for event in chosen)


def triggers(report: dict[str, Any]) -> Iterator[Trigger]:
    """Go through the tellings of a report's events."""
    for event in report["events"]:
        for telling in event.get("tellings", ()):
            start = report["text"].find(telling["sentence"])
            if start < 0:
                continue
            place = telling["sentence"].find(telling["trigger"]) if telling["trigger"] else -1
            length = len(telling["trigger"]) if place >= 0 else len(telling["sentence"])
            start += max(place, 0)
            yield Trigger(event["type"], start, start + length, event["id"])


def annotate(name: str, report: dict[str, Any], analysis: Analysis) -> Annotated:
    """Take an annotated report through the stages before the events."""
    document = Document(article=article(report), analysis=analysis)
    for stage in standard_stages():
        if stage.gives == "events":
            break
        document = document.with_layer(stage.gives, stage(document))
    same = {actor.id: _same(actor, report) for actor in document.actors}
    return Annotated(name, document, tuple(triggers(report)), report, same)


def read(*folders: Path | None, weights: Path | None = None) -> list[Annotated]:
    """Read all reports of some folders.

    Args:
        folders: reports with tellings; None is passed over.
        weights: folder of the analyser's weights; the shipped ones where None.
    """
    analyser = Analyser.load(weights) if weights else Analyser.load()
    found = []
    for path in (path for folder in folders if folder is not None for path in sorted(folder.glob("*.json"))):
        report = json.loads(path.read_text(encoding="utf-8"))
        found.append(annotate(path.name, report, analyser.analyse(report["text"])))
    return found


def unseen(reports: Sequence[Annotated]) -> list[Annotated]:
    """Give the reports that the tagger has not seen."""
    return list(reports[::UNSEEN_EVERY])


def _same(actor: Actor, report: dict[str, Any]) -> frozenset[str]:
    mentions = [mention.span.text for mention in actor.mentions if mention.form != "pronoun"]
    entry = {"name": actor.name, "kind": actor.kind, "country": actor.country, "mentions": mentions}
    return frozenset(other["id"] for other in report["actors"] if same_actor(entry, other))
