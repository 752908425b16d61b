"""Measures the analysis of raw text as CoNLL 2018 did: words and arcs match by their characters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.analysis import Analysis
from training.corpora import GUM, PUD_TREES, blocks, comment, trees
from training.harmonise import agents
from training.score import plain

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word by the characters it covers, white space not counted; its head's characters, None for a root."""

    span: Span
    head: Span | None
    label: str


@dataclass(slots=True, kw_only=True)
class Document:
    """A treebank's document: its text put together again, its words and its sentences' first characters."""

    id: str
    text: str = ""
    words: list[Word]
    starts: set[int]


def documents(path: Path, chosen: Callable[[str], bool]) -> list[Document]:
    """Read the documents whose id is chosen; sentences are joined by a space, paragraphs by an empty line."""
    found: dict[str, Document] = {}
    name = ""
    for block, tree in zip(blocks(path), map(agents, trees(path)), strict=True):
        name = comment(block, "newdoc id") or name
        if not chosen(name):
            continue
        document = found.setdefault(name, Document(id=name, words=[], starts=set()))
        opens = any(line.startswith("# newpar") for line in block)
        if document.text:
            document.text += "\n\n" if opens else " "
        at = solid(document.text)
        document.text += tree.text
        document.starts.add(at)
        assert tree.heads is not None
        assert tree.deprels is not None
        spans = surface(block, at)
        document.words += [
            Word(span=span, head=None if head < 0 else spans[head], label=label)
            for span, head, label in zip(spans, tree.heads, tree.deprels, strict=True)
        ]
    return list(found.values())


def solid(text: str) -> int:
    """Count the characters that are not white space."""
    return sum(not letter.isspace() for letter in text)


def surface(block: Sequence[str], at: int) -> list[Span]:
    """Return the characters of every syntactic word; words of one token share its letters out in order."""
    spans: list[Span] = []
    rest, end = 0, 0
    for row in (line.split("\t") for line in block if not line.startswith("#")):
        if "-" in row[0]:
            first, _, last = row[0].partition("-")
            rest, end = int(last) - int(first) + 1, at + solid(row[1])
        elif row[0].isdigit():
            stop = at + solid(row[1])
            if rest:
                rest -= 1
                stop = end if rest == 0 else min(stop, end)
            spans.append((at, stop))
            at = stop
    return spans


def system(text: str, analysis: Analysis) -> tuple[list[Word], set[int]]:
    """Return our words, and where our sentences begin, in the same coordinates."""
    before = [0]
    for letter in text:
        before.append(before[-1] + (not letter.isspace()))
    spans = [(before[token.start], before[token.end]) for token in analysis.tokens]
    words = [
        Word(span=span, head=None if token.head == token.i else spans[token.head], label=token.deprel)
        for span, token in zip(spans, analysis.tokens, strict=True)
    ]
    return words, {before[sentence.start] for sentence in analysis.sentences}


def score(pairs: Sequence[tuple[Document, list[Word], set[int]]]) -> dict[str, float]:
    """Return F1 in per cent of words, sentence starts, UAS, LAS, and LAS without subtypes."""
    right = dict.fromkeys(("words", "sentence starts", "UAS", "LAS", "LAS without subtypes"), 0)
    wanted, given, starts = 0, 0, 0
    for document, words, begins in pairs:
        gold = {word.span: word for word in document.words}
        wanted, given = wanted + len(document.words), given + len(words)
        starts += len(document.starts) + len(begins)
        right["sentence starts"] += len(document.starts & begins)
        for word in words:
            match = gold.get(word.span)
            if match is None:
                continue
            right["words"] += 1
            if match.head == word.head:
                right["UAS"] += 1
                right["LAS"] += match.label == word.label
                right["LAS without subtypes"] += plain(match.label) == plain(word.label)
    return {
        name: 200 * value / max(1, starts if name == "sentence starts" else wanted + given)
        for name, value in right.items()
    }


def report_raw(corpora: Path, analyse: Callable[[str], Analysis]) -> dict[str, dict[str, float]]:
    """Analyse the documents' raw text and return the figures of each set."""
    sets: dict[str, list[Document]] = {
        "GUM dev": documents(corpora / GUM.format("dev"), lambda name: True),
        "GUM dev, news": documents(corpora / GUM.format("dev"), lambda name: name.startswith("GUM_news")),
        "PUD news": documents(corpora / PUD_TREES, lambda name: name.startswith("n")),
    }
    return {
        title: score([(document, *system(document.text, analyse(document.text))) for document in found])
        for title, found in sets.items()
    }
