"""Reads treebanks and name corpora into training sentences."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EWT = "UD_English-EWT/en_ewt-ud-{}.conllu.gz"
GUM = "GUM/gum_permissive.{}.conllu.gz"
PUD_TREES = "English-PUD/en_pud-ud.conllu.gz"
PUD_NAMES = "English-PUD/en_pud-uner.iob2.gz"
UNER = {
    "train": "UNER_English-EWT/en_ewt-ud-train.FIRST-COMMIT.iob2.gz",
    "dev": "UNER_English-EWT/en_ewt-ud-dev.iob2.gz",
}
POLITICS = "CrossNER_politics/{}.txt.gz"
WIKIGOLD = "wikigold/wikigold.conll.gz"

CLASSES = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "location": "LOC",
    "country": "LOC",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where a sentence tells an event.

    Attributes:
        word: the word that names the act; of several the one that governs the others.
        beside: the other words of the trigger.
        type: the PLOVER event type.
        status: actual, planned, conditional or denied.
        roles: (role, head word of the mention).
        parties: (story role, sentence of the report, head word) of every mention of whoever takes part.
    """

    word: int
    beside: tuple[int, ...] = ()
    type: str
    status: str
    roles: tuple[tuple[str, int], ...] = ()
    parties: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of syntactic words with the layers that its corpus has.

    Attributes:
        id: the corpus's own sentence id.
        words: the words.
        upos, xpos, heads, deprels: one value a word, or None where the corpus has no tree.
            ``heads`` are 0-based, -1 for the root.
        names: BIO tags over PER, ORG and LOC, or None where the corpus has no names.
        other: for each word whether it is in a name of a class that is none of the three (an election).
        text: the sentence as it was printed, where the corpus says.
        document: the id of the document that it stands in.
        tellings: where events are told, or None where the corpus has no events.
        of: of sentences joined, which each word is of; empty for one alone.
        context: how many words at its beginning teach nothing but what they tell of the others.
    """

    id: str
    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    other: tuple[bool, ...] = ()
    text: str = ""
    document: str = ""
    tellings: tuple[Telling, ...] | None = None
    of: tuple[int, ...] = ()
    context: int = 0


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each blank-line separated block of a gzipped file."""
    block: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line.strip():
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def comment(block: list[str], key: str) -> str:
    """Return the value of a ``# key = value`` line, or an empty string."""
    prefix = f"# {key} = "
    return next((line[len(prefix) :] for line in block if line.startswith(prefix)), "")


def trees(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file: syntactic words only, empty nodes and multiword ranges left out."""
    found: list[Sentence] = []
    document = ""
    for block in blocks(path):
        document = comment(block, "newdoc id") or document
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        found.append(
            Sentence(
                id=comment(block, "sent_id"),
                words=tuple(row[1] for row in rows),
                upos=tuple(row[3] for row in rows),
                xpos=tuple(row[4] for row in rows),
                heads=tuple(int(row[6]) - 1 for row in rows),
                deprels=tuple(row[7] for row in rows),
                text=comment(block, "text"),
                document=document,
            )
        )
    return found


def names(path: Path, *, word: int, tag: int, separator: str | None) -> list[Sentence]:
    """Read a column file of words and tags; classes other than the three become O."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks(path)):
        rows = [line.split(separator) for line in block if not line.startswith("# ")]
        found.append(
            Sentence(
                id=comment(block, "sent_id") or f"{path.stem}-{number}",
                words=tuple(row[word] for row in rows),
                names=bio([row[tag] for row in rows]),
                other=tuple(row[tag] != "O" and row[tag].partition("-")[2] not in CLASSES for row in rows),
                text=comment(block, "text"),
            )
        )
    return found


def bio(tags: list[str]) -> tuple[str, ...]:
    """Map any IOB tags to valid BIO over PER, ORG and LOC."""
    out: list[str] = []
    before = "O"
    for tag in tags:
        prefix, _, kind = tag.partition("-")
        mapped = CLASSES.get(kind)
        if mapped is None:
            out.append("O")
            before = "O"
            continue
        opens = prefix == "B" or before != kind
        out.append(f"{'B' if opens else 'I'}-{mapped}")
        before = kind
    return tuple(out)
