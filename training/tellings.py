"""Turns annotated reports into training sentences over dragoman's own words."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dragoman.language import Analyser
from dragoman.model import Analysis, Token
from training.corpora import Sentence, Telling
from training.sheets import annotated

EVERY = 10
"""Each tenth report, by file name, the first among them, is never trained on."""

TREEBANK = "gum-"
"""Reports whose name begins so stand in a treebank too, some in its measuring part: their own trees teach nothing."""

PACKED = "reports.jsonl.gz"
CONTENT = frozenset(("NOUN", "PROPN", "PRON", "NUM", "VERB", "ADJ"))

STORY_OF = {"actor": "doer", "recipient": "target"}
"""What takes part in a story is called as this role of a sentence is."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An annotated report and its sentences in order."""

    name: str
    content: dict[str, Any]
    analysis: Analysis
    sentences: tuple[Sentence, ...]


def reports(folder: Path, weights: Path) -> list[Report]:
    """Read a folder of annotated reports.

    Args:
        folder: of JSON files with events and their tellings, the one file ``reports.jsonl.gz``, or sheets.
        weights: of the analyser that gives words, and the trees and names that stand in for annotated ones.
    """
    analyser = Analyser.load(weights)
    return [report(name, content, analyser.analyse(content["text"])) for name, content in contents(folder)]


def contents(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the annotation of every report of a folder, by name."""
    for path in sorted(folder.glob("*.json")):
        yield path.name, json.loads(path.read_text(encoding="utf-8"))
    if (folder / PACKED).is_file():
        with gzip.open(folder / PACKED, "rt", encoding="utf-8") as lines:
            for line in lines:
                content = json.loads(line)
                yield f"{content['id']}.json", content
    yield from annotated(folder)


def held_out(found: Sequence[Report], also: Container[int] = ()) -> tuple[list[Report], list[Report]]:
    """Return the reports to train on, and each tenth, which measures what was learned.

    Args:
        found: all reports.
        also: leave out the tenths that begin with these numbers too.
    """
    kept = [one for number, one in enumerate(found) if number % EVERY and number % EVERY not in also]
    return kept, list(found[::EVERY])


def report(name: str, content: dict[str, Any], analysis: Analysis) -> Report:
    """Put the tellings of a report on the words of its analysis."""
    tellings: dict[int, dict[tuple[int, str], Telling]] = defaultdict(dict)
    for number, telling in located(content, analysis):
        key = (telling.word, telling.type)
        before = tellings[number].get(key)
        roles = dict.fromkeys((*(before.roles if before else ()), *telling.roles))
        beside = telling.beside or (before.beside if before else ())
        parties = dict.fromkeys((*(before.parties if before else ()), *telling.parties))
        tellings[number][key] = Telling(
            word=telling.word,
            beside=beside,
            type=telling.type,
            status=telling.status,
            roles=tuple(roles),
            parties=tuple(parties),
        )
    names = name_tags(analysis)
    found = []
    for number, sentence in enumerate(analysis.sentences):
        words = analysis.tokens[sentence.first : sentence.last]
        found.append(
            own_trees_only(
                Sentence(
                    id=f"{name}-{number}",
                    words=tuple(word.text for word in words),
                    upos=tuple(word.upos for word in words),
                    xpos=tuple(word.xpos for word in words),
                    heads=tuple(-1 if word.is_root else word.head - sentence.first for word in words),
                    deprels=tuple(word.deprel for word in words),
                    names=tuple(names[sentence.first : sentence.last]),
                    document=name,
                    tellings=tuple(tellings[number][key] for key in sorted(tellings[number])),
                )
            )
        )
    return Report(name=name, content=content, analysis=analysis, sentences=tuple(found))


def own_trees_only(sentence: Sentence) -> Sentence:
    """Take the analyser's tree and names off a sentence for which a treebank has better ones."""
    if not sentence.document.startswith(TREEBANK):
        return sentence
    return replace(sentence, upos=None, xpos=None, heads=None, deprels=None, names=None)


def name_tags(analysis: Analysis) -> list[str]:
    """Return the BIO tag of every word."""
    tags = ["O"] * len(analysis.tokens)
    for name in analysis.names:
        tags[name.first : name.last] = [f"B-{name.label}"] + [f"I-{name.label}"] * (name.last - name.first - 1)
    return tags


def located(content: dict[str, Any], analysis: Analysis) -> Iterator[tuple[int, Telling]]:
    """Yield the sentence number of every telling, and the telling; its sentence may stand in the text repeatedly."""
    text = content["text"]
    cast = cast_of(content, analysis)
    for event in content["events"]:
        placed = [
            found
            for telling in event.get("tellings", ())
            for start in whole(text, telling["sentence"], 0, len(text))
            if (found := _placed(text, start, telling, event, analysis)) is not None
        ]
        parties = tuple(parties_of(event, cast))
        for number, telling in placed:
            own = tuple((STORY_OF[role], number, word) for role, word in telling.roles if role in STORY_OF)
            if event["symmetric"]:
                own = tuple(("doer", sentence, word) for _, sentence, word in own)
            yield number, replace(telling, parties=tuple(dict.fromkeys((*parties, *own))))


def cast_of(content: dict[str, Any], analysis: Analysis) -> dict[str, list[tuple[int, int]]]:
    """Return where each annotated actor is mentioned: sentence and head word."""
    found: dict[str, list[tuple[int, int]]] = {}
    sentence_of = [sentence.i for sentence in analysis.sentences for _ in range(sentence.first, sentence.last)]
    for actor in content["actors"]:
        heads: dict[tuple[int, int], None] = {}
        for mention in dict.fromkeys((actor["name"], *actor["mentions"])):
            for start in whole(content["text"], mention, 0, len(content["text"])) if mention else ():
                head = top(analysis, covered(analysis, start, start + len(mention)))
                if head is not None:
                    number = sentence_of[head]
                    heads[number, head - analysis.sentences[number].first] = None
        found[actor["id"]] = list(heads)
    return found


def parties_of(event: dict[str, Any], cast: dict[str, list[tuple[int, int]]]) -> Iterator[tuple[str, int, int]]:
    """Yield every mention of whoever takes part in an event."""
    for role, story in (("actors", "doer"), ("recipients", "target")):
        for identity in event[role]:
            for sentence, word in cast.get(identity, ()):
                yield "doer" if event["symmetric"] else story, sentence, word


def _placed(
    text: str, start: int, telling: dict[str, Any], event: dict[str, Any], analysis: Analysis
) -> tuple[int, Telling] | None:
    stop = start + len(telling["sentence"])
    at = next(whole(text, telling["trigger"], start, stop), None)
    if at is None:
        return None
    trigger = covered(analysis, at, at + len(telling["trigger"]))
    word = top(analysis, trigger)
    if word is None:
        return None
    sentence = next(s for s in analysis.sentences if s.first <= word < s.last)
    roles = []
    for role, mention in _mentions(telling):
        places = sorted(whole(text, mention, start, stop), key=lambda place: abs(place - at))
        head = top(analysis, covered(analysis, places[0], places[0] + len(mention))) if places else None
        if head is not None and sentence.first <= head < sentence.last:
            roles.append((role, head - sentence.first))
    beside = (w - sentence.first for w in trigger if w != word and w < sentence.last)
    return sentence.i, Telling(
        word=word - sentence.first,
        beside=tuple(beside),
        type=event["type"],
        status=event["status"],
        roles=tuple(roles),
    )


def _mentions(telling: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for role in ("actor", "recipient"):
        for mention in telling[role]:
            yield role, mention
    for role in ("date", "place"):
        if telling[role]:
            yield role, telling[role]


def whole(text: str, part: str, start: int, stop: int) -> Iterator[int]:
    """Yield where a part stands between two places, not as a piece of a longer word."""
    opening = r"(?<!\w)" if part[:1].isalnum() else ""
    closing = r"(?!\w)" if part[-1:].isalnum() else ""
    for match in re.compile(opening + re.escape(part) + closing).finditer(text, start, stop):
        yield match.start()


def covered(analysis: Analysis, start: int, stop: int) -> list[int]:
    """Return the words that share letters with a stretch of text, all of the first one's sentence."""
    words = [token.i for token in analysis.tokens if token.start < stop and start < token.end]
    if not words:
        return []
    last = next(s.last for s in analysis.sentences if s.first <= words[0] < s.last)
    return [word for word in words if word < last]


def top(analysis: Analysis, words: Sequence[int]) -> int | None:
    """Return the word that governs the others, one with a meaning of its own if there is one."""

    def governs(token: Token) -> bool:
        return token.is_root or token.head not in words

    outer = [analysis.tokens[word] for word in words if governs(analysis.tokens[word])]
    meaning = [token for token in outer if token.upos in CONTENT]
    if not meaning:
        meaning = [analysis.tokens[word] for word in words if analysis.tokens[word].upos in CONTENT]
    chosen = [*meaning, *outer]
    return chosen[0].i if chosen else None
