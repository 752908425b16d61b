"""How often the words of an argument lead to the right actor: gold words, our actors.

    python benchmarks/argument_words.py GOLD/train [--every 10] [--first 5] [--causes] [--misses 20]

Annotated reports with tellings give, for each event, the words in the sentence that stand for its participants. Every
report is read up to the quotations, and the actors that these words lead to are compared with the participants. Words
that stand for nobody ("his cities") lead to whose they are, as in the coding of events. Right is the same actor, by the
rule of `dragoman evaluate`; the right country is an actor of the same state. By default only each tenth report counts,
from the sixth on, which nobody reads while rules are written.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from dragoman.evaluate.agree import same_actor, same_country
from dragoman.evaluate.gold import article
from dragoman.language import Analyser
from dragoman.model import Actor, Document
from dragoman.pipeline.compose import standard_stages
from dragoman.stages.actors import Linker

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB")
ROLES = (("actor", "actors"), ("recipient", "recipients"))

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words that stand for a participant of an event.

    Args:
        report: id of the report.
        words: as annotated.
        start: where they begin in the text.
        sentence: the sentence around them.
        meant: the participants that they may stand for, one of them is enough.
    """

    report: str
    words: str
    start: int
    sentence: str
    meant: tuple[Entry, ...]


def reports(folder: Path, every: int, first: int) -> list[Entry]:
    """Read each so many-th annotated report of a folder, by file name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))[first::every]]


def told(report: Entry) -> Iterator[Told]:
    """Give the argument words of a report that stand where the annotation says."""
    actors = {actor["id"]: actor for actor in report["actors"]}
    for event in report["events"]:
        for telling in event.get("tellings", ()):
            at = report["text"].find(telling["sentence"])
            for role, key in ROLES:
                ids = event["actors"] + event["recipients"] if event.get("symmetric") else event[key]
                meant = tuple(actors[i] for i in ids if i in actors)
                for words in telling[role]:
                    sentence = telling["sentence"]
                    place = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)
                    if at >= 0 and place is not None and meant:
                        start = at + place.start()
                        yield Told(report=report["id"], words=words, start=start, sentence=sentence, meant=meant)


def head(document: Document, start: int, end: int) -> int | None:
    """Give the word by which a stretch of text hangs in its tree, a nominal one first; None where it has no words."""
    inside = {token.i for token in document.tokens if token.start < end and start < token.end}
    tops = [i for i in sorted(inside) if document.tokens[i].is_root or document.tokens[i].head not in inside]
    nominal = [i for i in tops if document.tokens[i].upos in NOMINAL]
    return next(iter(nominal or tops), None)


def entry(actor: Actor) -> Entry:
    """Give an actor as an annotation has it."""
    said = sorted({mention.span.text for mention in actor.mentions if mention.form != "pronoun"})
    return {"name": actor.name, "kind": actor.kind, "country": actor.country, "mentions": said}


def cause(document: Document, word: int, meant: Entry, got: list[Entry]) -> str:
    """Say what kind of words were missed: their form, the kind of actor meant, and the kind found."""
    token = document.tokens[word]
    form = {"PRON": f"pronoun {token.text.lower()!r}", "PROPN": "name"}.get(token.upos, "common noun")
    return f"{form}: {meant['kind']} read as {got[0]['kind'] if got else 'nobody'}"


class Count:
    """Right and wrong so far.

    Args:
        misses: how many to print.
    """

    def __init__(self, misses: int) -> None:
        self.all = self.actor = self.country = self.nobody = 0
        self.causes: Counter[str] = Counter()
        self.misses = misses

    def add(self, document: Document, report: Entry) -> None:
        """Count the argument words of a report that has been read up to the quotations."""
        linker = Linker(document)
        for each in told(report):
            word = head(document, each.start, each.start + len(each.words))
            if word is None:
                continue
            got = [entry(actor) for actor in linker.whose(word)]
            right = any(same_actor(gold, found) for gold in each.meant for found in got)
            self.all += 1
            self.actor += right
            self.country += any(same_country(gold, found) for gold in each.meant for found in got)
            self.nobody += not got
            if not right:
                self._miss(document, word, each, got)

    def _miss(self, document: Document, word: int, each: Told, got: list[Entry]) -> None:
        self.causes[cause(document, word, each.meant[0], got)] += 1
        if self.misses > 0:
            self.misses -= 1
            wanted, found = ([f"{a['name']} ({a['kind']}, {a['country']})" for a in side] for side in (each.meant, got))
            print(f"{each.report}: {each.words!r} is {', '.join(wanted)}; found {', '.join(found) or 'nobody'}")
            print(f"    {each.sentence}")

    def print(self, causes: bool) -> None:
        """Print the shares, and the causes of misses, the most frequent first."""
        for name, right in (("right actor", self.actor), ("right country", self.country), ("nobody", self.nobody)):
            print(f"{name:14}{right:6} of {self.all:6}  {right / max(self.all, 1):.3f}")
        for why, number in self.causes.most_common() if causes else ():
            print(f"{number:6}  {why}")


def main() -> None:
    """Read the reports and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder of annotated reports with tellings")
    parser.add_argument("--every", type=int, default=10, help="each so many-th report (default: %(default)s)")
    parser.add_argument("--first", type=int, default=5, help="beginning with this one, from 0 (default: %(default)s)")
    parser.add_argument("--causes", action="store_true", help="count the misses by cause")
    parser.add_argument("--misses", type=int, default=0, help="misses to print")
    given = parser.parse_args()
    analyser, count = Analyser.load(), Count(given.misses)
    stages = list(takewhile(lambda stage: stage.gives != "events", standard_stages()))
    for report in reports(given.gold, given.every, given.first):
        document = Document(article=article(report), analysis=analyser.analyse(report["text"]))
        for stage in stages:
            document = document.with_layer(stage.gives, stage(document))
        count.add(document, report)
    count.print(given.causes)


if __name__ == "__main__":
    main()
