"""Reads written training reports from sheets that a person can read and write.

A sheet is a text file of reports. A report in it:

    === n1-001 2019-03-05
    1 A sentence of the text, one a line, with its number.
    2 The next one.

    3 A blank line begins a new paragraph.
    --- actors
    a1 | Yelena Orlova | person | RUS | minister of foreign affairs | GOV | Foreign Minister Yelena Orlova; Orlova
    --- events
    e1 CONSULT meet | a1 a2 | = | 2019-03-04 | Geneva, CHE | actual | - | grain deal | main
    > 1 | held talks | Orlova | her Turkish counterpart | on Monday | Geneva

An event's fields: type and mode, actors, recipients ("=" where the event is symmetric), date, place and state, status,
source, topics, salience. A telling's: number of the sentence, trigger, words of the actor, of the recipient (several
parted by ";"), of the date, of the place. "-" stands for nothing.

    python -m training.sheets training/written/sheets FOLDER

writes each as the annotated report that the other tools read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

KINDS = frozenset(("person", "country", "government_body", "organisation", "armed_group", "group"))
SECTORS = frozenset(["GOV", "MIL", "LEG", "OPP", "JUD", "COP", "IGO", "NGO", "REB", "MED", "CVL", "BUS", "REF", "UNK"])
STATUSES = frozenset(("actual", "planned", "conditional", "denied"))
SALIENCES = frozenset(("main", "other", "background"))
MODES = {
    "CONSULT": "meet visit call multilateral mediate",
    "COOPERATE": "economic military judicial intelligence diplomatic",
    "AID": "economic military humanitarian asylum",
    "PROTEST": "demo strike riot boycott",
    "MOBILIZE": "troops weapons alert",
    "COERCE": "arrest seize deport restrict cyber",
    "ASSAULT": "aerial firearms explosives unarmed battle",
    "RETREAT": "withdraw release ceasefire disarm access resign",
}
TYPES = frozenset((*MODES, *["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"]))


class SheetError(ValueError):
    """A sheet breaks its form; the message names file and line."""


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the annotated reports of a sheet.

    Raises:
        SheetError: a line cannot be read, or its words do not stand in the sentence.
    """
    report: _Report | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.rstrip()
        try:
            if line.startswith("==="):
                if report is not None:
                    yield report.content()
                report = _Report(line)
            elif report is not None:
                report.add(line)
        except (ValueError, KeyError, IndexError) as error:
            raise SheetError(f"{path}:{number}: {error} in: {line}") from error
    if report is not None:
        yield report.content()


class _Report:
    def __init__(self, line: str) -> None:
        _, self.id, self.published = line.split()
        self.part, self.text = "text", ""
        self.sentences: dict[str, str] = {}
        self.actors: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.paragraph = False

    def add(self, line: str) -> None:
        if line.startswith("---"):
            self.part = line.removeprefix("---").strip()
        elif self.part == "text":
            self._sentence(line)
        elif line and self.part == "actors":
            self.actors.append(self._actor(line))
        elif line.startswith(">"):
            self._telling(line)
        elif line:
            self.events.append(self._event(line))

    def _sentence(self, line: str) -> None:
        if not line:
            self.paragraph = True
            return
        number, sentence = line.split(" ", 1)
        if number in self.sentences or not number.isdigit():
            raise ValueError(f"sentence number {number!r} is none or stands twice")
        if self.text:
            self.text += "\n\n" if self.paragraph else " "
        self.paragraph = False
        self.text += sentence
        self.sentences[number] = sentence

    def _actor(self, line: str) -> dict[str, Any]:
        id_, name, kind, country, role, sector, mentions = (field.strip() for field in line.split("|"))
        words = [mention.strip() for mention in mentions.split(";")]
        for mention in words:
            _within(mention, self.text)
        if country != "-" and (len(country) != 3 or not country.isupper()):
            raise ValueError(f"{country!r} is no ISO alpha-3 code")
        return {
            "id": id_,
            "name": name,
            "kind": _of(kind, KINDS),
            "country": _none(country),
            "role": _none(role),
            "sector": _of(sector, SECTORS),
            "mentions": words,
        }

    def _event(self, line: str) -> dict[str, Any]:
        head, actors, recipients, date, place, status, source, topics, salience = (f.strip() for f in line.split("|"))
        id_, type_, *mode = head.split()
        _of(type_, TYPES)
        if mode and mode[0] not in MODES.get(type_, "").split():
            raise ValueError(f"{mode[0]!r} is no mode of {type_}")
        spot, _, country = place.rpartition(",") if "," in place else (place, "", "-")
        known = {actor["id"] for actor in self.actors}
        for one in (*_ids(actors), *_ids(recipients if recipients != "=" else "-"), *_ids(source)):
            _of(one, known)
        return {
            "id": id_,
            "type": type_,
            "mode": mode[0] if mode else None,
            "actors": _ids(actors),
            "recipients": [] if recipients == "=" else _ids(recipients),
            "symmetric": recipients == "=",
            "date": _none(date),
            "place": _none(spot),
            "country": _none(country.strip()),
            "status": _of(status, STATUSES),
            "source": _none(source),
            "topics": [] if topics == "-" else [topic.strip() for topic in topics.split(";")],
            "salience": _of(salience, SALIENCES),
            "evidence": [],
            "tellings": [],
        }

    def _telling(self, line: str) -> None:
        number, trigger, actor, recipient, date, place = (field.strip() for field in line.removeprefix(">").split("|"))
        sentence = self.sentences[number]
        for words in (trigger, *_words(actor), *_words(recipient), *_words(date), *_words(place)):
            _within(words, sentence)
        event = self.events[-1]
        if sentence not in event["evidence"]:
            event["evidence"].append(sentence)
        event["tellings"].append(
            {
                "sentence": sentence,
                "trigger": trigger,
                "actor": _words(actor),
                "recipient": _words(recipient),
                "date": _none(date),
                "place": _none(place),
            }
        )

    def content(self) -> dict[str, Any]:
        for event in self.events:
            if not event["tellings"]:
                raise SheetError(f"{self.id}: {event['id']} is told nowhere")
        return {
            "id": f"written-{self.id}",
            "publisher": "written",
            "published": self.published,
            "title": None,
            "text": self.text,
            "licence": "written for this project, CC0",
            "actors": self.actors,
            "events": self.events,
            "quotes": [],
            "times": [],
            "places": [],
        }


def _within(words: str, text: str) -> None:
    if not words or words not in text:
        raise ValueError(f"{words!r} does not stand there")


def _of(word: str, known: Container[str]) -> str:
    if word not in known:
        raise ValueError(f"{word!r} is not known here")
    return word


def _none(word: str) -> str | None:
    return None if word in ("-", "") else word


def _ids(words: str) -> list[str]:
    return [] if words == "-" else words.split()


def _words(field: str) -> list[str]:
    return [] if field == "-" else [word.strip() for word in field.split(";")]


def annotated(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the annotation of every report of a folder of sheets, by sheet.

    Raises:
        SheetError: a sheet breaks its form, or two reports have one id.
    """
    seen: set[str] = set()
    for path in sorted(folder.glob("*.txt")):
        for content in read(path):
            if content["id"] in seen:
                raise SheetError(f"{path}: {content['id']} stands twice")
            seen.add(content["id"])
            yield f"{content['id']}.json", content


def save(found: Iterable[tuple[str, dict[str, Any]]], folder: Path) -> int:
    """Write annotated reports into a folder and give their number."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for name, content in found:
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        number += 1
    return number


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets", type=Path, help="folder of sheets")
    parser.add_argument("out", type=Path, help="folder of annotated reports")
    given = parser.parse_args()
    print(f"{save(annotated(given.sheets), given.out)} reports")


if __name__ == "__main__":
    main()
