"""Scores the words of a passage with the packaged network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Layer = NDArray[Any]

WEIGHTS = Path(__file__).parent / "weights"

CASES = ("other", "lower", "title", "upper", "mixed", "digit", "initial")
"""Letter cases of a word; the network takes the index."""

MOST_PIECES_OF_WORD = 12
MOST_CHARACTERS_OF_WORD = 200
MOST_WORDS_KEPT = 100_000

WINDOW = 510
"""Word pieces that the network takes at once, its two outer marks not counted."""

SHORT_WINDOW = 254
"""Word pieces of each window of a sentence longer than ``WINDOW``: cost grows with the square."""

SLOW_FUSION = "SkipLayerNormFusion"
"""A step of onnxruntime that makes layer norms six times slower on a CPU (measured with 1.31)."""

WINDOW_ENDS = frozenset(".;:!?,)\u2014\u2013")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of each head of the network, in the order of its scores.

    Attributes:
        upos: universal parts of speech.
        xpos: Penn Treebank tags.
        deprels: Universal Dependencies relations, ``root`` among them.
        names: ``O`` and B-, I- tags of PER, ORG and LOC.
        types: "none", then the types of acts; empty where the network does not see acts, as the next two.
        statuses: whether an act happened, is planned, conditional or denied.
        roles: what a word of its sentence can be to an act.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read a ``labels.json``."""
        found = json.loads(path.read_text(encoding="utf-8"))
        layers = ("upos", "xpos", "deprels", "names")
        acts = ("types", "statuses", "roles")
        return cls(
            **{layer: tuple(found[layer]) for layer in layers},
            **{layer: tuple(found.get(layer, ())) for layer in acts},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActScores:
    """The network's scores of acts in one window of W words.

    Attributes:
        types: [W, types], float32.
        statuses: [W, statuses], float32.
        roles: [roles, W, W], float32: how well each word (column) is in a role of the act at a word (row).
    """

    types: NDArray[np.float32]
    statuses: NDArray[np.float32]
    roles: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The network's scores of one window of W words: the whole sentence, but for very long ones.

    Attributes:
        upos: [W, parts of speech], float32.
        xpos: [W, Penn tags], float32.
        names: [W, 7], float32.
        arcs: [W, W + 1], float32: how well each word hangs on the root (column 0) or on word c - 1.
        labels: [W, W + 1], uint8: the index of the best relation of each of these arcs.
        acts: None where the network does not see acts.
    """

    upos: NDArray[np.float32]
    xpos: NDArray[np.float32]
    names: NDArray[np.float32]
    arcs: NDArray[np.float32]
    labels: NDArray[np.uint8]
    acts: ActScores | None = None


class Encoder:
    """The network, loaded. One passage a call, so that what is found never depends on other reports."""

    def __init__(self, session: InferenceSession, cutter: WordPieces, labels: Labels) -> None:
        self._session = session
        self._cutter = cutter
        self.labels = labels

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 1) -> Encoder:
        """Load the network.

        Args:
            path: a folder with ``analyser.onnx``, ``tokenizer.json`` and ``labels.json``; the packaged
                one if None.
            threads: how many threads one sentence may use; processes scale better than threads.

        Raises:
            FileNotFoundError: if the folder lacks one of the three files.
            ValueError: if the tokenizer is not a BERT tokenizer.
        """
        folder = WEIGHTS if path is None else path
        for name in ("analyser.onnx", "tokenizer.json", "labels.json"):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"loading the analyser: {name} is not in {folder}")
        cutter = WordPieces.load(folder / "tokenizer.json")
        return cls(_session(folder / "analyser.onnx", threads), cutter, Labels.load(folder / "labels.json"))

    def pieces(self, words: Sequence[str]) -> int:
        """Count the word pieces of a sentence."""
        return sum(len(self._cutter.of_word(word)) for word in words)

    def score(self, sentences: Sequence[Sequence[str]], *, lead: bool = False) -> Iterator[tuple[Scores, ...]]:
        """Score the sentences of a passage.

        Args:
            sentences: the syntactic words (``do``, ``n't``) of each, in order; together at most ``WINDOW`` word
                pieces and marks, unless there is only one.
            lead: whether the first sentence is only there for what it tells of the others.

        Yields:
            For every sentence but the lead the scores of all its words: one item for nearly every sentence, none
            for an empty one, and for one of more than ``WINDOW`` word pieces one item a window, in order and
            without overlap.
        """
        if len(sentences) > 1:
            yield from ((scores,) for scores in self._run(sentences)[lead:])
            return
        for words in sentences:
            cuts = windows(words, [len(self._cutter.of_word(word)) for word in words])
            yield tuple([self._run([words[start:end]])[0] for start, end in cuts])

    def _run(self, sentences: Sequence[Sequence[str]]) -> list[Scores]:
        import numpy as np

        ids, case, first, last = _laid_out(sentences, self._cutter)
        feed = {
            "input_ids": np.array([ids], dtype=np.int64),
            "attention_mask": np.ones((1, len(ids)), dtype=np.int64),
            "case_ids": np.array([case], dtype=np.int64),
            "first": np.array([first], dtype=np.int64),
            "last": np.array([last], dtype=np.int64),
        }
        found = [layer[0] for layer in self._session.run(None, feed)]
        ends = list(accumulate(map(len, sentences)))
        return [_scores(slice(end - len(s), end), *found) for s, end in zip(sentences, ends, strict=True)]


def _scores(own: slice, upos: Layer, xpos: Layer, names: Layer, arcs: Layer, labels: Layer, *acts: Layer) -> Scores:
    """Give what was found of one sentence, words ``own`` of the passage."""
    seen = ActScores(types=acts[0][own], statuses=acts[1][own], roles=acts[2][:, own, own]) if acts else None
    return Scores(
        upos=upos[own],
        xpos=xpos[own],
        names=names[own],
        arcs=_inside(arcs[own], own),
        labels=_inside(labels[own], own),
        acts=seen,
    )


def _inside(arcs: Layer, own: slice) -> Layer:
    """Leave of the columns of arcs the root's and those of a sentence's own words."""
    import numpy as np

    if own.start == 0 and own.stop + 1 == arcs.shape[1]:
        return arcs
    return np.concatenate((arcs[:, :1], arcs[:, own.start + 1 : own.stop + 1]), axis=1)


def _session(path: Path, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Every sentence has its own length: a pattern or an arena sized by the longest would only keep memory.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW_FUSION]
    )


def _laid_out(
    sentences: Sequence[Sequence[str]], cutter: WordPieces
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return piece ids, case ids, and the first and last piece of every word; a mark follows every sentence."""
    ids, case, first, last = [cutter.start], [0], [], []
    for words in sentences:
        for word in words:
            cut = cutter.of_word(word)
            first.append(len(ids))
            ids.extend(cut)
            case.extend([case_of(word)] * len(cut))
            last.append(len(ids) - 1)
        ids.append(cutter.end)
        case.append(0)
    return ids, case, first, last


def windows(words: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a sentence into stretches that the network can take, after punctuation where there is some.

    Args:
        words: the words.
        sizes: how many pieces each word has.

    Yields:
        First word and the word after the last of each window.
    """
    if sum(sizes) <= WINDOW:
        if words:
            yield 0, len(words)
        return
    start, used = 0, 0
    for index, size in enumerate(sizes):
        if used + size > SHORT_WINDOW:
            end = _good_end(words, start, index)
            yield start, end
            start, used = end, sum(sizes[end:index])
        used += size
    yield start, len(words)


def _good_end(words: Sequence[str], start: int, end: int) -> int:
    for index in range(end, (start + end) // 2, -1):
        if words[index - 1] in WINDOW_ENDS:
            return index
    return end


def case_of(word: str) -> int:
    """Return the index in ``CASES`` of the word's letter case, which the uncased pieces do not show."""
    if word.isalpha() and word.islower():
        return 1
    if any(letter.isdigit() for letter in word):
        return 5
    if not any(letter.isalpha() for letter in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 6 if sum(letter.isalpha() for letter in word) == 1 else 3
    if word[:1].isupper() and word[1:].islower():
        return 2
    return 4


class WordPieces:
    """Cuts words into the network's pieces; the pieces of a word do not depend on its neighbours."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._kept: dict[str, tuple[int, ...]] = {}
        self.start, self.end, self.unknown = (_id_of(tokenizer, mark) for mark in ("[CLS]", "[SEP]", "[UNK]"))

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Read a ``tokenizer.json``."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def of_word(self, word: str) -> tuple[int, ...]:
        """Return 1 to ``MOST_PIECES_OF_WORD`` piece ids of a word; long words keep both their ends."""
        word = word[:MOST_CHARACTERS_OF_WORD]
        pieces = self._kept.get(word)
        if pieces is None:
            pieces = self._cut(word)
            if len(self._kept) >= MOST_WORDS_KEPT:
                self._kept.clear()
            self._kept[word] = pieces
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        ids: Sequence[int] = self._tokenizer.encode(_printable(word), add_special_tokens=False).ids
        if not ids:
            return (self.unknown,)
        half = MOST_PIECES_OF_WORD // 2
        return tuple(ids if len(ids) <= MOST_PIECES_OF_WORD else [*ids[:half], *ids[-half:]])


def _id_of(tokenizer: Tokenizer, mark: str) -> int:
    found = tokenizer.token_to_id(mark)
    if found is None:
        raise ValueError(f"loading the analyser: tokenizer.json has no {mark}; it is not the one of these weights")
    return found


def _printable(word: str) -> str:
    """Replace lone surrogates, which the tokenizer cannot take."""
    return word.encode("utf-8", errors="replace").decode("utf-8")
