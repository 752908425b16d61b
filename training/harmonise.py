"""Makes the corpora follow one convention of words, labels and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from training.corpora import Sentence

HYPHEN = re.compile(r"(?<=\w)(-)(?=\w)")
TIME = re.compile(
    r"^(\d.*|.*(second|minute|hour|day|week|month|year|decade|century|time|noon|night|morning|evening|"
    r"end|now|then|way|mail|hand|force|means|%|percent).*)$",
    re.IGNORECASE,
)


def agents(sentence: Sentence) -> Sentence:
    """Label the by-phrase of a passive ``obl:agent`` in a treebank that has plain ``obl`` there."""
    if sentence.heads is None or sentence.deprels is None:
        return sentence
    labels = tuple("obl:agent" if _is_agent(sentence, index) else label for index, label in enumerate(sentence.deprels))
    return replace(sentence, deprels=labels)


def _is_agent(sentence: Sentence, index: int) -> bool:
    assert sentence.heads is not None
    assert sentence.deprels is not None
    assert sentence.xpos is not None
    head = sentence.heads[index]
    if sentence.deprels[index] != "obl" or head < 0 or sentence.xpos[head] != "VBN":
        return False
    cases = [
        word.lower()
        for word, above, label in zip(sentence.words, sentence.heads, sentence.deprels, strict=True)
        if above == index and label == "case"
    ]
    passive = sentence.deprels[head].startswith("acl") or any(
        above == head and label in ("aux:pass", "nsubj:pass")
        for above, label in zip(sentence.heads, sentence.deprels, strict=True)
    )
    return cases == ["by"] and passive and not TIME.match(sentence.words[index])


def hyphens(sentence: Sentence) -> Sentence:
    """Split hyphenated words of a names-only corpus as the treebanks do: ``pro-Russian`` is three words."""
    assert sentence.names is not None
    words: list[str] = []
    tags: list[str] = []
    other: list[bool] = []
    for word, tag, is_other in zip(sentence.words, sentence.names, sentence.other, strict=True):
        parts = [part for part in HYPHEN.split(word) if part]
        inside = "I" + tag[1:] if tag != "O" else "O"
        words += parts
        tags += [tag] + [inside] * (len(parts) - 1)
        other += [is_other] * len(parts)
    return replace(sentence, words=tuple(words), names=tuple(tags), other=tuple(other))


def join_names(with_trees: Iterable[Sentence], with_names: Iterable[Sentence]) -> list[Sentence]:
    """Give each tree the names of the same words; a sentence whose words differ keeps its tree alone."""
    by_words: dict[str, tuple[str, ...]] = {}
    for sentence in with_names:
        assert sentence.names is not None
        by_words[key(sentence)] = sentence.names
    return [replace(sentence, names=by_words.get(key(sentence))) for sentence in with_trees]


def key(sentence: Sentence) -> str:
    """Return what two annotations of one sentence share: its words."""
    return "\t".join(sentence.words)
