"""Sentences are joined into passages without mixing up their words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dragoman.language.encoder import WordPieces
from training.corpora import Sentence, Telling
from training.passages import corpus_passages, joined, report_passages

CUTTER = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "weights" / "tokenizer.json"


def sentence(number: int, words: str, document: str = "d", **changed: object) -> Sentence:
    """Make a sentence whose words all hang on its first."""
    forms = tuple(words.split())
    values: dict[str, object] = {
        "id": str(number),
        "words": forms,
        "upos": ("X",) * len(forms),
        "xpos": ("X",) * len(forms),
        "heads": (-1, *[0] * (len(forms) - 1)),
        "deprels": ("dep",) * len(forms),
        "names": ("O",) * len(forms),
        "document": document,
        "tellings": (),
    }
    return Sentence(**(values | changed))  # type: ignore[arg-type]


ACT = Telling(
    word=1, type="ASSAULT", status="actual", roles=(("actor", 0),), parties=(("doer", 0, 0), ("target", 1, 2))
)


def test_heads_and_tellings_count_the_words_of_the_passage() -> None:
    """Only sentences of a report count from nought."""
    passage = joined([sentence(0, "We met ."), sentence(1, "Elm fired on Oak", tellings=(ACT,))])
    assert passage.heads == (-1, 0, 0, -1, 3, 3, 3)
    assert passage.of == (0, 0, 0, 1, 1, 1, 1)
    assert passage.tellings is not None
    assert (passage.tellings[0].word, passage.tellings[0].roles) == (4, (("actor", 3),))
    assert passage.tellings[0].parties == (("doer", 0, 0), ("target", 1, 5))


def test_the_context_teaches_nothing_itself() -> None:
    """Its own tellings are left out; those who take part may stand in it."""
    first = sentence(0, "Elm fired on Oak", tellings=(ACT,))
    passage = joined([sentence(5, "It fired again", tellings=(ACT,))], 5, first)
    assert passage.context == 4
    assert passage.tellings is not None
    assert [telling.word for telling in passage.tellings] == [5]
    assert passage.tellings[0].parties == (("doer", 0, 0),)


def test_a_layer_that_one_sentence_lacks_is_lacking() -> None:
    """Names of half a passage would teach that the other half has none."""
    assert joined([sentence(0, "We met"), sentence(1, "They left", names=None)]).names is None


@pytest.fixture
def cutter() -> WordPieces:
    """Cut words as the run time does."""
    return WordPieces.load(CUTTER)


def test_sentences_of_two_documents_are_not_joined(cutter: WordPieces) -> None:
    """What stands beside a sentence is its own context."""
    found = list(corpus_passages([sentence(0, "a b", "x"), sentence(1, "c", "y")], cutter, random.Random(1)))
    assert [passage.words for passage in found] == [("a", "b"), ("c",)]


def test_a_share_of_nothing_is_nothing(cutter: WordPieces) -> None:
    """No passage is chosen by a chance of nought."""
    assert not list(corpus_passages([sentence(0, "a b")], cutter, random.Random(1), 0.0))


def test_a_report_begins_its_passages_where_the_run_time_does(cutter: WordPieces) -> None:
    """Without chance, as many sentences as fit; a long first sentence leads nothing."""
    report = [sentence(n, "word " * 50) for n in range(6)]
    found = list(report_passages(report, cutter))
    assert [first for first, _ in found] == [0, 3]
    assert [passage.context for _, passage in found] == [0, 0]
