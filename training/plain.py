"""Makes sentences that tell acts in plain words, from patterns, for types that annotated reports tell too seldom so."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import Sentence, Telling

FOLDER = Path(__file__).parent / "patterns"
ANYBODY = ("state", "body", "force", "person")
"""Who "side" stands for; a person has no troops or ships of its own."""

PLANNED = frozenset(("PROTEST", "CONSULT", "COOPERATE", "MOBILIZE"))
"""Types of which the future is an act that is planned; of others it may be a promise or a threat."""

DENIED = frozenset(("PROTEST", "ASSAULT", "COERCE", "RETREAT", "AID"))
CONDITIONAL = frozenset(("PROTEST", "ASSAULT", "MOBILIZE", "SANCTION"))
TAILS = ("", "", "", ", officials said", ", state media reported", "amid growing tension", "after a week of rain")
MANY = frozenset(("crowd", "force"))
NOTHING = "-"

Word = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to tell an act: type, who does it, and the words after the actor."""

    type: str
    actor: str
    words: tuple[str, ...]


def patterns(path: Path = FOLDER / "patterns.tsv") -> list[Pattern]:
    """Read the patterns."""
    return [Pattern(type=kind, actor=actor, words=tuple(words.split())) for kind, actor, words in rows(path)]


def fillers(path: Path = FOLDER / "fillers.tsv") -> dict[str, list[list[str]]]:
    """Read what can stand in the open places, by kind."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for kind, words in rows(path):
        found[kind].append(words.split())
    return found


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the fields of every line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def plain_sentences(times: int, draw: random.Random) -> list[Sentence]:
    """Return each pattern ``times`` times with other words in its open places, now and then two in one sentence."""
    known, words = patterns(), fillers()
    found = []
    for pattern in known:
        mates = [other for other in known if other.actor == pattern.actor and other.type != NOTHING]
        for _ in range(times):
            second = draw.choice(mates) if mates and pattern.type != NOTHING and draw.random() < 0.2 else None
            found.append(_Maker(words, draw).sentence(pattern, second))
    return found


class _Maker:
    """Puts one sentence together; a word's mark says what it is to the act just told."""

    def __init__(self, words: Mapping[str, Sequence[Sequence[str]]], draw: random.Random) -> None:
        self._fillers = words
        self._draw = draw
        self._words: list[str] = []
        self._marks: list[str] = []

    def sentence(self, pattern: Pattern, second: Pattern | None) -> Sentence:
        kinds = [kind for kind in ANYBODY if "its" not in pattern.words or kind != "person"]
        kind = self._draw.choice(kinds) if pattern.actor == "side" else pattern.actor
        dated = self._draw.random()
        if dated < 0.15:
            self._fill("date", "date")
            self._add(",")
        self._fill(kind, "actor")
        status, verb = self._verb(pattern.type, kind)
        start = len(self._words)
        self._tell(pattern, verb)
        if 0.15 <= dated < 0.55:
            self._fill("date", "date")
        tellings = self._tellings(pattern, status, start)
        if second is not None and status == "actual" and verb == "past" and "its" not in second.words:
            self._add("and")
            start = len(self._words)
            self._tell(second, "past")
            tellings += self._tellings(second, status, start)
        for word in self._draw.choice(TAILS).split():
            self._add(word)
        self._add(".")
        words = (self._words[0][:1].upper() + self._words[0][1:], *self._words[1:])
        return Sentence(id="plain", words=words, document="plain", tellings=tuple(tellings))

    def _verb(self, kind: str, actor: str) -> tuple[str, str]:
        """Choose status and form of the verb, and write the words before it."""
        chance = self._draw.random()
        if kind in PLANNED and chance < 0.2:
            self._add(*("will",) if chance < 0.14 else ("plan" if actor in MANY else "plans", "to"))
            return "planned", "base"
        if kind in DENIED and chance > 0.95:
            self._add("did", "not")
            return "denied", "base"
        if kind in CONDITIONAL and 0.9 < chance < 0.95:
            self._add("could")
            return "conditional", "base"
        if 0.2 < chance < 0.35:
            self._add("have" if actor in MANY else "has")
            return "actual", "participle"
        return "actual", "past"

    def _add(self, *words: str) -> None:
        self._words += words
        self._marks += [""] * len(words)

    def _fill(self, kind: str, role: str) -> None:
        for word in self._draw.choice(self._fillers[kind]):
            self._words.append(word.rstrip("*"))
            self._marks.append(role if word.endswith("*") else "")
        if role == "date" and self._words[0] == "on":
            self._words[0] = "On"

    def _tell(self, pattern: Pattern, form: str) -> None:
        words = " ".join(pattern.words).replace("{R ", "{R:").split()
        for word in words:
            if slot := re.fullmatch(r"\{R:(\w+)\}", word):
                self._fill(slot[1], "recipient")
            elif word == "{P}":
                self._fill("place", "place")
            elif word.count("/") == 2:
                base, past, participle = word.rstrip("*").split("/")
                self._words.append({"base": base, "past": past, "participle": participle}[form])
                self._marks.append("trigger" if word.endswith("*") else "")
            else:
                self._words.append(word.rstrip("+"))
                self._marks.append("beside" if word.endswith("+") else "")

    def _tellings(self, pattern: Pattern, status: str, start: int) -> list[Telling]:
        """Return the telling of the words from ``start`` on, with what stands before the verb as its actor and date."""
        if pattern.type == NOTHING:
            return []
        end = len(self._words)
        verb = self._marks.index("trigger", start)
        before = [i for i in range(start) if self._marks[i] == "actor" or (self._marks[i] == "date" and i < 4)]
        own = [i for i in range(start, end) if self._marks[i] in ("recipient", "date", "place")]
        roles = tuple((self._marks[i], i) for i in (*before, *own))
        beside = tuple(i for i in range(start, end) if self._marks[i] == "beside")
        return [Telling(word=verb, beside=beside, type=pattern.type, status=status, roles=roles)]
