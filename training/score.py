"""Counts what an analysis has right: words, trees, names, whole frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from training.corpora import Sentence

ARGUMENTS = frozenset(("nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "advcl", "expl", "compound:prt"))
CORE = frozenset(("nsubj", "obj"))

Arcs = Sequence[tuple[int, str]]


@dataclass(slots=True)
class TreeCounts:
    """Sums over sentences; all words count, punctuation too."""

    words: int = 0
    upos: int = 0
    xpos: int = 0
    uas: int = 0
    las: int = 0
    las_plain: int = 0
    no_punct: int = 0
    las_no_punct: int = 0
    verbs: int = 0
    frames: int = 0
    core_frames: int = 0
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        gold: Sentence,
        upos: Sequence[str],
        xpos: Sequence[str],
        heads: Sequence[int],
        labels: Sequence[str],
    ) -> None:
        """Count one sentence; ``gold`` must have a tree over the same words."""
        assert gold.upos is not None
        assert gold.xpos is not None
        assert gold.heads is not None
        assert gold.deprels is not None
        self.words += len(gold.words)
        self.upos += sum(a == b for a, b in zip(gold.upos, upos, strict=True))
        self.xpos += sum(a == b for a, b in zip(gold.xpos, xpos, strict=True))
        wanted = list(zip(gold.heads, gold.deprels, strict=True))
        given = list(zip(heads, labels, strict=True))
        for (head, label), (guess, guessed) in zip(wanted, given, strict=True):
            self.uas += head == guess
            self.las += head == guess and label == guessed
            self.las_plain += head == guess and plain(label) == plain(guessed)
            self.no_punct += label != "punct"
            self.las_no_punct += label != "punct" and head == guess and label == guessed
            self.wanted[label] += 1
            self.given[guessed] += 1
            self.right[label] += head == guess and label == guessed
        for verb in (index for index, tag in enumerate(gold.upos) if tag == "VERB"):
            self.verbs += 1
            self.frames += frame(wanted, verb, ARGUMENTS) == frame(given, verb, ARGUMENTS)
            self.core_frames += frame(wanted, verb, CORE) == frame(given, verb, CORE)

    def figures(self) -> dict[str, float]:
        """Return all in per cent."""
        per_word = {
            "UPOS": self.upos,
            "XPOS": self.xpos,
            "UAS": self.uas,
            "LAS": self.las,
            "LAS without subtypes": self.las_plain,
        }
        shares = {name: 100 * value / max(1, self.words) for name, value in per_word.items()}
        shares["LAS without punctuation"] = 100 * self.las_no_punct / max(1, self.no_punct)
        shares["whole frame of a verb"] = 100 * self.frames / max(1, self.verbs)
        shares["subject and object of a verb"] = 100 * self.core_frames / max(1, self.verbs)
        return shares

    def relations(self) -> dict[str, float]:
        """Return F1 in per cent of every relation that the gold trees have, commonest first."""
        return {
            label: 200 * self.right[label] / (count + self.given[label]) for label, count in self.wanted.most_common()
        }


def plain(label: str) -> str:
    """Return a relation without its subtype."""
    return label.partition(":")[0]


def frame(arcs: Arcs, verb: int, kinds: frozenset[str]) -> frozenset[tuple[int, str]]:
    """Return the arguments of a verb: (word, relation), subtypes of subjects and obliques left out."""
    return frozenset(
        (index, label if label in kinds else plain(label))
        for index, (head, label) in enumerate(arcs)
        if head == verb and (label in kinds or plain(label) in kinds)
    )


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return (first word, word after the last, class) of every name in BIO tags."""
    found: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((start, index, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = index, tag[2:]
    return found


def name_counts(gold: Sequence[str], guess: Sequence[str]) -> tuple[int, int, int]:
    """Return how many names are right, wanted and given."""
    wanted, given = spans(gold), spans(guess)
    return len(wanted & given), len(wanted), len(given)


def f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """Return F1 in per cent of summed (right, wanted, given)."""
    rows = list(counts)
    right, wanted, given = (sum(row[column] for row in rows) for column in range(3))
    return 200 * right / max(1, wanted + given)
