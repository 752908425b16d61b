"""Turns a text into words, sentences, trees and names."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dragoman.language.decode import ROOT, Tree, decode_all
from dragoman.language.lemmas import lemmas
from dragoman.language.sightings import moved, sightings_of
from dragoman.model import Analysis, Name, Sentence, Sighting, Token
from dragoman.text import sentences, tokens

if TYPE_CHECKING:
    from dragoman.language.encoder import Labels, Scores

Places = Sequence[tuple[int, int]]
Read = tuple[Tree, tuple[Sighting, ...]]
Choice = Callable[[str, Places], Sequence[bool]]
"""Says of each sentence, (start, end) of a text, whether the network is to read it."""

REMEMBERED, LONGEST_REMEMBERED = 4096, 120
"""Sentences whose reading is kept, and their most words: releases and reprints say the same again and again."""
TOGETHER = 32
"""Sentences whose scores are held until they are decoded together."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.|mailto:|\S+@\S")


class Scorer(Protocol):
    """What the analyser needs of an encoder."""

    @property
    def labels(self) -> Labels:
        """The labels of the network's scores."""
        ...

    def score(self, words: Sequence[str]) -> Iterable[Scores]:
        """Score the words of one sentence, window by window."""
        ...


class Analyser:
    """Finds words, sentences, trees and names; a sentence's analysis never depends on its neighbours.

    Args:
        encoder: what scores the words of a sentence.
    """

    def __init__(self, encoder: Scorer) -> None:
        self._encoder = encoder
        self._known: OrderedDict[tuple[str, ...], Read] = OrderedDict()

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
        known = self._readings(dict.fromkeys(compress(forms, chosen)))
        read = [known[form] if asked else unread(form) for form, asked in zip(forms, chosen, strict=True)]
        return _joined(places, forms, read, tuple(i for i, asked in enumerate(chosen) if not asked))

    def _readings(self, sentences: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Read]:
        """Give tree and acts of each of some sentences; those lately read are known."""
        found: dict[tuple[str, ...], Read] = {}
        new = []
        for forms in sentences:
            known = self._known.pop(forms, None)
            if known is None:
                new.append(forms)
            else:
                self._known[forms] = found[forms] = known
        for start in range(0, len(new), TOGETHER):
            some = new[start : start + TOGETHER]
            found |= zip(some, self._read(some), strict=True)
        self._known.update((forms, found[forms]) for forms in new if len(forms) <= LONGEST_REMEMBERED)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return found

    def _read(self, sentences: Sequence[tuple[str, ...]]) -> Iterator[Read]:
        """Give tree and acts: by the network, or flat where there is nothing that an English network could know."""
        english = [not _is_foreign(forms) for forms in sentences]
        scores, labels = [tuple(self._encoder.score(s)) for s in compress(sentences, english)], self._encoder.labels
        read = zip(decode_all(scores, labels), sightings_of(scores, labels), strict=True)
        for forms, asked in zip(sentences, english, strict=True):
            yield next(read) if asked else (_flat(forms, [_plain_tags(form) for form in forms]), ())


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
