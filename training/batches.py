"""Packs sentences of like length into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dragoman.language.encoder import WordPieces, case_of
from training.corpora import Sentence
from training.labels import NO_TYPE, Labels

NONE = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One batch: inputs as the network takes them, targets with -100 where there is none.

    ``heads`` counts the root as 0 and words from 1, as the columns of the arc scores do.
    ``of`` says which sentence of its passage each word is of, -1 where there is none.
    ``roles`` lists the arguments: row, trigger word, role, argument word.
    """

    ids: Tensor
    mask: Tensor
    case: Tensor
    first: Tensor
    last: Tensor
    lengths: Tensor
    of: Tensor
    upos: Tensor
    xpos: Tensor
    names: Tensor
    heads: Tensor
    deprels: Tensor
    types: Tensor
    statuses: Tensor
    roles: Tensor


def pieces_of(sentence: Sentence, cutter: WordPieces) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return piece ids, case ids, first and last piece of every word; [CLS] first, [SEP] behind every sentence."""
    ids, case, first, last = [cutter.start], [0], [], []
    for at, word in enumerate(sentence.words):
        if at and sentence.of and sentence.of[at] != sentence.of[at - 1]:
            ids.append(cutter.end)
            case.append(0)
        pieces = cutter.of_word(word)
        first.append(len(ids))
        ids.extend(pieces)
        case.extend([case_of(word)] * len(pieces))
        last.append(len(ids) - 1)
    return [*ids, cutter.end], [*case, 0], first, last


class Packer:
    """Turns sentences into batches."""

    def __init__(self, cutter: WordPieces, labels: Labels) -> None:
        self.cutter = cutter
        self._index: dict[str, dict[str, int]] = {
            layer: {label: number for number, label in enumerate(names)}
            for layer, names in (
                ("upos", labels["upos"]),
                ("xpos", labels["xpos"]),
                ("deprels", labels["deprels"]),
                ("names", labels["names"]),
                ("types", labels["types"]),
                ("statuses", labels["statuses"]),
                ("roles", labels["roles"]),
            )
        }

    def groups(self, sentences: Sequence[Sentence], pieces: int, draw: random.Random) -> Iterator[list[int]]:
        """Yield indices of sentences of like length, about ``pieces`` word pieces a group, shuffled."""
        sizes = [len(pieces_of(s, self.cutter)[0]) for s in sentences]
        order = sorted(range(len(sentences)), key=lambda i: sizes[i] + draw.random() * 4)
        groups: list[list[int]] = [[]]
        for index in order:
            if groups[-1] and max(sizes[index], sizes[groups[-1][-1]]) * (len(groups[-1]) + 1) > pieces:
                groups.append([])
            groups[-1].append(index)
        draw.shuffle(groups)
        yield from groups

    def batch(self, sentences: Sequence[Sentence]) -> Batch:
        """Pack sentences into one padded batch."""
        cut = [pieces_of(sentence, self.cutter) for sentence in sentences]
        return Batch(
            ids=padded([c[0] for c in cut], 0),
            mask=padded([[1] * len(c[0]) for c in cut], 0),
            case=padded([c[1] for c in cut], 0),
            first=padded([c[2] for c in cut], 0),
            last=padded([c[3] for c in cut], 0),
            lengths=torch.tensor([len(s.words) for s in sentences]),
            of=padded([list(s.of) or [0] * len(s.words) for s in sentences], -1),
            upos=padded([self._targets("upos", s.upos, s) for s in sentences], NONE),
            xpos=padded([self._targets("xpos", s.xpos, s) for s in sentences], NONE),
            names=padded([self._targets("names", s.names, s) for s in sentences], NONE),
            heads=padded([_heads(s) for s in sentences], NONE),
            deprels=padded([self._targets("deprels", s.deprels, s) for s in sentences], NONE),
            types=padded([self._types(s) for s in sentences], NONE),
            statuses=padded([self._statuses(s) for s in sentences], NONE),
            roles=torch.tensor(list(self._roles(sentences)), dtype=torch.long).reshape(-1, 4),
        )

    def _types(self, sentence: Sentence) -> list[int]:
        """Return the type of each word; words beside a trigger's chief word are neither taught nor forbidden."""
        if sentence.tellings is None or not self._index["types"]:
            return [NONE] * len(sentence.words)
        targets = [self._index["types"][NO_TYPE]] * len(sentence.words)
        targets[: sentence.context] = [NONE] * sentence.context
        for telling in sentence.tellings:
            for word in telling.beside:
                targets[word] = NONE
        for telling in reversed(sentence.tellings):
            targets[telling.word] = self._index["types"][telling.type]
        return targets

    def _statuses(self, sentence: Sentence) -> list[int]:
        targets = [NONE] * len(sentence.words)
        for telling in reversed(sentence.tellings or ()):
            targets[telling.word] = self._index["statuses"].get(telling.status, NONE)
        return targets

    def _roles(self, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int, int]]:
        for row, sentence in enumerate(sentences):
            for telling in sentence.tellings or ():
                for role, word in telling.roles:
                    yield row, telling.word, self._index["roles"][role], word
                for role, _, word in telling.parties:
                    yield row, telling.word, self._index["roles"][role], word

    def _targets(self, layer: str, values: Sequence[str] | None, sentence: Sentence) -> list[int]:
        if values is None:
            return [NONE] * len(sentence.words)
        index = self._index[layer]
        found = [index.get(value, NONE) for value in values]
        found[: sentence.context] = [NONE] * sentence.context
        return found


def _heads(sentence: Sentence) -> list[int]:
    if sentence.heads is None:
        return [NONE] * len(sentence.words)
    return [NONE if at < sentence.context else head + 1 for at, head in enumerate(sentence.heads)]


def padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    """Return rows as one tensor, short ones filled up."""
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])
