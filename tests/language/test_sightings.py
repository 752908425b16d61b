"""Scores of acts become sightings, and nothing improbable does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.language import Analyser
from dragoman.language.encoder import ActScores, Labels, Scores
from dragoman.language.sightings import LEAST_CHANCE, LEAST_FIT, moved, seen, sightings, sightings_of, softmax
from dragoman.model import Sighting

LABELS = Labels(
    upos=("NOUN", "VERB"),
    xpos=("NN", "VBD"),
    deprels=("dep", "obj"),
    names=("O", "B-PER", "I-PER"),
    types=("none", "ASSAULT", "CONSULT"),
    statuses=("actual", "planned"),
    roles=("actor", "place"),
)
NEVER = -30.0


def quiet(words: int) -> ActScores:
    """Scores in which no word tells an act and none is an argument."""
    types = np.full((words, 3), NEVER, dtype=np.float32)
    types[:, 0] = 0
    return ActScores(
        types=types,
        statuses=np.zeros((words, 2), dtype=np.float32),
        roles=np.full((2, words, words), NEVER, dtype=np.float32),
    )


def meeting(words: int, at: int) -> ActScores:
    """Scores in which one word surely tells a planned meeting of the first word."""
    scores = quiet(words)
    scores.types[at] = (NEVER, 0, 3)
    scores.statuses[at] = (0, 2)
    scores.roles[0, at, 0] = 4
    return scores


def window(acts: ActScores | None, words: int) -> Scores:
    ones = np.ones((words, 2), dtype=np.float32)
    arcs = np.zeros((words, words + 1), dtype=np.float32)
    labels = np.ones((words, words + 1), dtype=np.uint8)
    names = np.tile(np.array([9, 0, 0], dtype=np.float32), (words, 1))
    return Scores(upos=ones, xpos=ones, names=names, arcs=arcs, labels=labels, acts=acts)


class Seeing:
    """An encoder that sees a meeting at the last word of every sentence."""

    labels = LABELS

    def pieces(self, words: Sequence[str]) -> int:
        """Count a piece a word."""
        return len(words)

    def score(self, sentences: Sequence[Sequence[str]], *, lead: bool = False) -> Iterator[tuple[Scores, ...]]:
        """Score by the number of words alone."""
        for words in sentences[lead:]:
            yield (window(meeting(len(words), len(words) - 1), len(words)),)


def test_a_word_that_tells_an_act_is_seen_with_its_type_status_and_actor() -> None:
    """The most probable comes first everywhere."""
    (found,) = seen(meeting(4, 2), LABELS)
    assert found.token == 2
    assert [kind for kind, _ in found.types] == ["CONSULT", "ASSAULT"]
    assert found.types[0][1] > 0.9
    assert found.statuses[0][0] == "planned"
    ((role, word, chance),) = found.arguments
    assert (role, word) == ("actor", 0)
    assert chance == pytest.approx(0.982, abs=0.001)


def test_words_that_tell_nothing_are_not_seen() -> None:
    """No act, no sighting."""
    assert list(seen(quiet(5), LABELS)) == []


def test_an_act_less_probable_than_the_least_is_left_out() -> None:
    """All types together must reach the least probability."""
    scores = quiet(1)
    scores.types[0] = (0, np.log(LEAST_CHANCE / 2), NEVER)
    assert list(seen(scores, LABELS)) == []


def test_an_argument_less_probable_than_the_least_is_left_out() -> None:
    """The others of the same act stay."""
    scores = meeting(3, 1)
    scores.roles[1, 1, 2] = np.log(LEAST_FIT / (1 - LEAST_FIT)) - 0.1
    (found,) = seen(scores, LABELS)
    assert [(role, word) for role, word, _ in found.arguments] == [("actor", 0)]


def test_arguments_of_words_that_tell_nothing_are_left_out() -> None:
    """A role needs an act."""
    scores = quiet(3)
    scores.roles[:] = 5
    assert list(seen(scores, LABELS)) == []


def test_words_of_a_later_window_are_counted_from_the_first() -> None:
    """An overlong sentence comes in several windows."""
    found = list(sightings([window(quiet(4), 4), window(meeting(3, 1), 3)], LABELS))
    assert [(s.token, s.arguments[0][1]) for s in found] == [(5, 4)]


def test_acts_of_sentences_read_together_are_those_of_each_alone() -> None:
    """A quiet sentence, one without a tagger and an empty one between others take nothing from them."""
    told = [window(meeting(4, 2), 4)]
    later = [window(quiet(3), 3), window(meeting(5, 1), 5)]
    read = [told, [window(quiet(2), 2)], [], [window(None, 3)], later]
    assert sightings_of(read, LABELS) == [tuple(sightings(one, LABELS)) for one in read]
    assert [len(acts) for acts in sightings_of(read, LABELS)] == [1, 0, 0, 0, 1]


def test_weights_without_the_tagger_see_nothing() -> None:
    """Older weights still load and simply give no sightings."""
    assert list(sightings([window(None, 4)], LABELS)) == []


def test_sightings_of_a_document_count_its_words() -> None:
    """The second sentence's act and actor stand behind the first's words."""
    analysis = Analyser(Seeing()).analyse("They met. Others will meet.")
    assert [s.token for s in analysis.sightings] == [sentence.last - 1 for sentence in analysis.sentences]
    assert [s.arguments[0][1] for s in analysis.sightings] == [sentence.first for sentence in analysis.sentences]


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 99))
def test_moving_a_sighting_moves_all_its_words_alike(token: int, word: int, by: int) -> None:
    """Distances stay."""
    sighting = Sighting(
        token=token, types=(("AID", 0.5),), statuses=(("actual", 1.0),), arguments=(("actor", word, 1.0),)
    )
    there = moved(sighting, by)
    assert (there.token, there.arguments[0][1]) == (token + by, word + by)
    assert moved(there, -by) == sighting


@settings(deadline=None)
@given(arrays(np.float32, (3, 4), elements=st.floats(-1e4, 1e4, width=32)))
def test_probabilities_are_finite_and_sum_to_one(scores: np.ndarray) -> None:
    """However large the scores."""
    chances = softmax(scores)
    assert np.isfinite(chances).all()
    assert chances.sum(axis=-1) == pytest.approx(1.0)
