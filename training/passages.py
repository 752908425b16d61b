"""Joins consecutive sentences into passages, as the run time reads them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.language.encoder import WordPieces
from dragoman.language.passages import MOST_LEAD, MOST_PIECES, stretches
from training.corpora import Sentence, Telling

LAYERS = ("upos", "xpos", "deprels", "names")
SHORTEST = 20
"""Pieces of the first passage of a report at least, where chance says how many: thus passages begin everywhere."""

MOST_WORDS = 260
"""Words of a passage that is trained on."""


def report_passages(
    report: Sequence[Sentence], cutter: WordPieces, draw: random.Random | None = None
) -> Iterator[tuple[int, Sentence]]:
    """Join the sentences of a report into passages, each but the first behind the report's first sentence.

    Args:
        report: its sentences in order.
        cutter: cuts words into pieces.
        draw: says by chance where the second passage begins; as at run time without.

    Yields:
        The number of a passage's first sentence, and the passage.
    """
    for first, last in _cut(report, cutter, draw):
        context = report[0] if first and len(report[0].words) <= MOST_LEAD else None
        yield first, joined(report[first:last], first, context)


def corpus_passages(
    sentences: Iterable[Sentence], cutter: WordPieces, draw: random.Random, share: float = 1.0
) -> Iterator[Sentence]:
    """Join a corpus's consecutive sentences that have the same layers, and choose a share of the passages by chance."""
    run: list[Sentence] = []
    for sentence in [*sentences, None]:
        if run and (sentence is None or _like(run[0]) != _like(sentence)):
            yield from (joined(run[a:b]) for a, b in _cut(run, cutter, draw) if draw.random() < share)
            run = []
        if sentence is not None:
            run.append(sentence)


def _cut(sentences: Sequence[Sentence], cutter: WordPieces, draw: random.Random | None) -> Iterator[tuple[int, int]]:
    pieces = [sum(len(cutter.of_word(word)) for word in sentence.words) for sentence in sentences]
    return stretches(pieces, MOST_PIECES if draw is None else draw.randint(SHORTEST, MOST_PIECES))


def _like(sentence: Sentence) -> tuple[str, bool, bool]:
    return sentence.document, sentence.heads is None, sentence.names is None


def joined(sentences: Sequence[Sentence], first: int = 0, context: Sentence | None = None) -> Sentence:
    """Join sentences into one, in which every word knows its sentence.

    Args:
        sentences: consecutive ones of one report or corpus, with the same layers.
        first: number of the first of them in its report.
        context: the report's first sentence, where it goes before them; it teaches nothing itself.
    """
    members = [*([(0, context)] if context is not None else []), *enumerate(sentences, first)]
    offsets: dict[int, int] = {}
    words: list[str] = []
    of: list[int] = []
    heads: list[int] = []
    layers: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for place, (number, sentence) in enumerate(members):
        offset = offsets[number] = len(words)
        words += sentence.words
        of += [place] * len(sentence.words)
        heads += [head if head < 0 else head + offset for head in sentence.heads or ()]
        for layer in LAYERS:
            layers[layer] += getattr(sentence, layer) or ()
    tellings = [
        _moved(telling, offsets, number)
        for number, sentence in enumerate(sentences, first)
        for telling in sentence.tellings or ()
    ]
    whole = {layer: tuple(found) if len(found) == len(words) else None for layer, found in layers.items()}
    return replace(
        sentences[0],
        words=tuple(words),
        heads=tuple(heads) if len(heads) == len(words) else None,
        other=(),
        tellings=None if sentences[0].tellings is None else tuple(tellings),
        of=tuple(of),
        context=len(context.words) if context is not None else 0,
        **whole,  # type: ignore[arg-type]
    )


def _moved(telling: Telling, offsets: dict[int, int], number: int) -> Telling:
    by = offsets[number]
    return replace(
        telling,
        word=telling.word + by,
        beside=tuple(word + by for word in telling.beside),
        roles=tuple((role, word + by) for role, word in telling.roles),
        parties=tuple((role, n, offsets[n] + word) for role, n, word in telling.parties if n in offsets),
    )
