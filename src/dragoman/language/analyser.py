"""Turns a text into words, sentences, trees and names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from dragoman.language.decode import ROOT, Tree, decode_all
from dragoman.language.lemmas import lemmas
from dragoman.language.passages import Scorer, scored_in_passages
from dragoman.language.sightings import moved, sightings_of
from dragoman.model import Analysis, Name, Sentence, Sighting, Token
from dragoman.text import sentences, tokens

Places = Sequence[tuple[int, int]]
Forms = tuple[str, ...]
Read = tuple[Tree, tuple[Sighting, ...]]
Choice = Callable[[str, Places], Sequence[bool]]
"""Says of each sentence, (start, end) of a text, whether the network is to read it."""

TOGETHER = 32
"""Sentences whose scores are held until they are decoded together."""

UNKNOWN: Read = (Tree(upos=(), xpos=(), heads=(), deprels=(), names=()), ())
"""Stands for the reading of a sentence until the network has given it."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.|mailto:|\S+@\S")


class Analyser:
    """Finds words, sentences, trees, names and acts; a report's analysis never depends on other reports.

    Args:
        encoder: what scores the words of a passage.
    """

    def __init__(self, encoder: Scorer) -> None:
        self._encoder = encoder

    @classmethod
    def load(cls, weights: Path | None = None, threads: int = 1) -> Analyser:
        """Load the network.

        Args:
            weights: the folder of the weights; the packaged ones if None.
            threads: how many threads one sentence may use; processes scale better than threads.

        Raises:
            FileNotFoundError: the folder lacks one of the three files.
        """
        from dragoman.language.encoder import Encoder

        return cls(Encoder.load(weights, threads=threads))

    def analyse(self, text: str, choose: Choice | None = None) -> Analysis:
        """Analyse a text.

        Args:
            text: any text, empty too; offsets of the result refer to it.
            choose: which sentences the network reads; all if None. The others get plain tags and no names.

        Returns:
            Every word with its tags, lemma and head, the sentences that hold them, and the names in them.
        """
        # Stage by stage, not sentence by sentence: between two runs of the network, Python code runs twice as slowly.
        places = [found for start, end in sentences.split(text) if (found := tokens.split(text, start, end))]
        forms = [tuple(text[start:end] for start, end in sentence) for sentence in places]
        chosen = [True] * len(places) if choose is None else choose(text, [(s[0][0], s[-1][1]) for s in places])
        read = self._read(forms, chosen)
        return _joined(places, forms, read, tuple(i for i, asked in enumerate(chosen) if not asked))

    def _read(self, sentences: Sequence[Forms], chosen: Sequence[bool]) -> list[Read]:
        """Give tree and acts of each: by the network, or flat where it is not asked or has nothing English to read."""
        found: list[Read] = []
        asked = []
        for at, (forms, wanted) in enumerate(zip(sentences, chosen, strict=True)):
            if wanted and not _is_foreign(forms):
                asked.append(at)
                found.append(UNKNOWN)
            else:
                found.append((_flat(forms, [_plain_tags(form) for form in forms]), ()) if wanted else unread(forms))
        scored = zip(asked, scored_in_passages(self._encoder, [sentences[at] for at in asked]), strict=True)
        while some := tuple(islice(scored, TOGETHER)):
            numbers, scores = zip(*some, strict=True)
            trees, acts = decode_all(scores, self._encoder.labels), sightings_of(scores, self._encoder.labels)
            for at, tree, seen in zip(numbers, trees, acts, strict=True):
                found[at] = tree, seen
        return found


def _is_foreign(forms: Sequence[str]) -> bool:
    return (len(forms) == 1 and bool(_ADDRESS.match(forms[0]))) or not any(map(_LATIN.search, forms))


def unread(forms: Sequence[str]) -> Read:
    """Give the reading of a sentence that nobody looks at closely: a capital inside it makes a proper noun."""
    tags = [_plain_tags(form) for form in forms]
    capital = (
        at > 0 and form[0].isupper() and upos == "X"
        for at, (form, (upos, _)) in enumerate(zip(forms, tags, strict=True))
    )
    return _flat(forms, [("PROPN", "NNP") if proper else tag for proper, tag in zip(capital, tags, strict=True)]), ()


def _joined(
    places: Sequence[Places], forms: Sequence[Sequence[str]], read: Sequence[Read], left: tuple[int, ...] = ()
) -> Analysis:
    """Put the sentences of a document together; heads, names and acts then count its words."""
    words: list[Token] = []
    spans: list[Sentence] = []
    names: list[Name] = []
    acts: list[Sighting] = []
    for i, (where, texts, (tree, seen)) in enumerate(zip(places, forms, read, strict=True)):
        first = len(words)
        words.extend(_tokens(first, where, texts, tree))
        names.extend(_names(first, where, tree.names))
        acts.extend(moved(sighting, first) for sighting in seen)
        root = first + tree.heads.index(ROOT)
        spans.append(Sentence(i=i, first=first, last=len(words), start=where[0][0], end=where[-1][1], root=root))
    return Analysis(tokens=tuple(words), sentences=tuple(spans), names=tuple(names), sightings=tuple(acts), unread=left)


def _flat(forms: Sequence[str], tags: Sequence[tuple[str, str]]) -> Tree:
    """Hang all words on the first that is no punctuation."""
    top = next((index for index, (upos, _) in enumerate(tags) if upos != "PUNCT"), 0)
    relations = ["punct" if upos == "PUNCT" else "dep" for upos, _ in tags]
    relations[top] = "root"
    return Tree(
        upos=tuple(upos for upos, _ in tags),
        xpos=tuple(xpos for _, xpos in tags),
        heads=tuple(ROOT if index == top else top for index in range(len(forms))),
        deprels=tuple(relations),
        names=("O",) * len(forms),
    )


def _plain_tags(form: str) -> tuple[str, str]:
    if _ADDRESS.match(form):
        return "X", "ADD"
    if any(map(str.isalpha, form)):
        return "X", "FW"
    if any(map(str.isdigit, form)):
        return "NUM", "CD"
    return ("PUNCT", ".") if form in (".", "!", "?") else ("PUNCT", "NFP")


def _tokens(first: int, places: Places, forms: Sequence[str], tree: Tree) -> Iterator[Token]:
    bases = lemmas(forms, tree.upos, tree.xpos, tree.heads, tree.deprels)
    layers = zip(places, forms, bases, tree.upos, tree.xpos, tree.heads, tree.deprels, strict=True)
    for i, ((start, end), form, base, upos, xpos, head, deprel) in enumerate(layers, first):
        yield Token(
            i=i,
            start=start,
            end=end,
            text=form,
            lemma=base,
            upos=upos,
            xpos=xpos,
            head=i if head == ROOT else first + head,
            deprel=deprel,
        )


def _names(first: int, places: Places, tags: Sequence[str]) -> Iterator[Name]:
    """Read the names off their BIO tags."""
    count = len(tags)
    at = 0
    while at < count:
        begin = at
        at += 1
        if tags[begin] == "O":
            continue
        label = tags[begin][2:]
        while at < count and tags[at] == f"I-{label}":
            at += 1
        yield Name(first=first + begin, last=first + at, start=places[begin][0], end=places[at - 1][1], label=label)
