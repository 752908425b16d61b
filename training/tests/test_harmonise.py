"""The corpora end up in one convention."""

from __future__ import annotations

import random

import pytest

from training.corpora import Sentence, bio
from training.harmonise import agents, hyphens, join_names
from training.vary import curly, headline, unpunctuated, vary

PASSIVE = Sentence(
    id="1",
    words=("He", "was", "hit", "by", "rebels", "by", "noon", "."),
    upos=("PRON", "AUX", "VERB", "ADP", "NOUN", "ADP", "NOUN", "PUNCT"),
    xpos=("PRP", "VBD", "VBN", "IN", "NNS", "IN", "NN", "."),
    heads=(2, 2, -1, 4, 2, 6, 2, 2),
    deprels=("nsubj:pass", "aux:pass", "root", "case", "obl", "case", "obl", "punct"),
)


def test_the_by_phrase_of_a_passive_becomes_an_agent_but_a_time_does_not() -> None:
    """Rebels did it; noon did not."""
    assert agents(PASSIVE).deprels == (
        *("nsubj:pass", "aux:pass", "root", "case", "obl:agent", "case", "obl", "punct"),
    )


def test_hyphenated_words_are_split_and_stay_one_name() -> None:
    """The parts after the first continue the name."""
    sentence = Sentence(
        id="1",
        words=("Guinea-Bissau", "voted", "-"),
        names=("B-LOC", "O", "O"),
        other=(False, True, False),
    )
    split = hyphens(sentence)
    assert split.words == ("Guinea", "-", "Bissau", "voted", "-")
    assert split.names == ("B-LOC", "I-LOC", "I-LOC", "O", "O")
    assert split.other == (False, False, False, True, False)


@pytest.mark.parametrize(
    ("tags", "mapped"),
    [
        (["B-politician", "I-politician", "B-person"], ("B-PER", "I-PER", "B-PER")),
        (["I-LOC", "I-LOC", "I-ORG"], ("B-LOC", "I-LOC", "B-ORG")),
        (["B-OTH", "I-OTH", "B-O", "B-election"], ("O", "O", "O", "O")),
        (["B-country", "I-location"], ("B-LOC", "B-LOC")),
    ],
)
def test_all_tag_sets_map_to_three_classes(tags: list[str], mapped: tuple[str, ...]) -> None:
    """Other classes become O, and a name that follows another begins with B-."""
    assert bio(tags) == mapped


def test_names_go_to_the_tree_of_the_same_words_only() -> None:
    """A sentence whose words differ keeps no names rather than wrong ones."""
    named = Sentence(id="x", words=PASSIVE.words, names=("O",) * 8)
    assert join_names([PASSIVE], [named])[0].names == ("O",) * 8
    assert join_names([PASSIVE], [Sentence(id="1", words=("He",), names=("O",))])[0].names is None


def test_a_lost_full_stop_takes_its_annotation_along() -> None:
    """All layers stay of one length."""
    shorter = unpunctuated(PASSIVE)
    assert len(shorter.words) == len(shorter.heads or ()) == len(shorter.deprels or ()) == 7


def test_headlines_keep_small_words_small() -> None:
    """All but small words are capitalised."""
    assert headline(PASSIVE).words == ("He", "Was", "Hit", "by", "Rebels", "by", "Noon", ".")


def test_quotes_become_curly_in_pairs() -> None:
    """The first opens and the second closes."""
    words = ('"', "No", '"', "n't", "--")
    assert curly(Sentence(id="1", words=words)).words == ("\u201c", "No", "\u201d", "n\u2019t", "\u2014")


def test_the_same_seed_varies_in_the_same_way() -> None:
    """Training can be repeated."""
    one, two = random.Random(1), random.Random(1)
    assert [vary(PASSIVE, one) for _ in range(50)] == [vary(PASSIVE, two) for _ in range(50)]
