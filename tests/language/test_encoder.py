"""The encoder: any words in, finite scores of the right shape out, the same every time."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from dragoman.language.decode import decode
from dragoman.language.encoder import CASES, SHORT_WINDOW, WINDOW, Encoder, Labels, Scores, case_of, windows
from dragoman.language.sightings import sightings

SENTENCE = "Russia 's foreign minister Sergei Lavrov met the Turkish president in Ankara on Monday ."
PLAIN = SENTENCE.split()
ODD = [
    "",
    " ",
    "\u200d",
    "\ufe0f",
    "\U0001f1fa\U0001f1e6",
    "\U0001f469\u200d\U0001f680",
    "\u202e",
    "\ud800",
    "\x00",
]
ODD += ["\u0645\u0648\u0633\u0643\u0648", "\u5317\u4eac", "z" * 5000, "https://example.org/" + "a-b/" * 80]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def windows_of(encoder: Encoder, words: list[str]) -> tuple[Scores, ...]:
    (found,) = encoder.score([words])
    return found


def only(encoder: Encoder, words: list[str]) -> Scores:
    (scores,) = windows_of(encoder, words)
    return scores


def same(one: Scores, other: Scores) -> bool:
    layers = ("upos", "xpos", "names", "arcs", "labels")
    acts = ("types", "statuses", "roles")
    return all(np.array_equal(getattr(one, layer), getattr(other, layer)) for layer in layers) and all(
        np.array_equal(getattr(one.acts, layer), getattr(other.acts, layer)) for layer in acts
    )


def test_every_word_has_scores_of_the_documented_shape(encoder: Encoder) -> None:
    """One row a word; arcs have a column for the root and one for each word."""
    scores, labels = only(encoder, PLAIN), encoder.labels
    count = len(PLAIN)
    assert scores.upos.shape == (count, len(labels.upos))
    assert scores.xpos.shape == (count, len(labels.xpos))
    assert scores.names.shape == (count, 7)
    assert scores.arcs.shape == scores.labels.shape == (count, count + 1)
    assert scores.labels.dtype == np.uint8
    assert scores.acts is not None
    assert scores.acts.types.shape == (count, len(labels.types))
    assert scores.acts.statuses.shape == (count, len(labels.statuses))
    assert scores.acts.roles.shape == (len(labels.roles), count, count)


def test_every_sentence_of_a_passage_has_scores_of_its_own_but_its_lead(encoder: Encoder) -> None:
    """Arcs and arguments stay within a sentence."""
    sentences = [PLAIN, ["They", "talked", "."], PLAIN[:5]]
    (talked,), (minister,) = encoder.score(sentences, lead=True)
    assert (talked.arcs.shape, minister.arcs.shape) == ((3, 4), (5, 6))
    assert talked.acts is not None
    assert talked.acts.roles.shape[1:] == (3, 3)


def test_the_tagger_sees_a_meeting_and_who_met(encoder: Encoder) -> None:
    """The verb is the act; minister and president stand in it, the city is its place, the day its date."""
    seen = {sighting.token: sighting for sighting in sightings(windows_of(encoder, PLAIN), encoder.labels)}
    meeting = seen[PLAIN.index("met")]
    assert meeting.types[0][0] == "CONSULT"
    assert meeting.statuses[0][0] == "actual"
    words = {(role, PLAIN[word]) for role, word, chance in meeting.arguments if chance > 0.5}
    assert {("recipient", "president"), ("place", "Ankara"), ("date", "Monday")} <= words


@pytest.mark.parametrize("sentence", ["The weather was mild and the harvest good .", "She is a doctor .", "Contents"])
def test_the_tagger_sees_no_act_where_there_is_none(encoder: Encoder, sentence: str) -> None:
    """Plain description tells no event."""
    seen = sightings(windows_of(encoder, sentence.split()), encoder.labels)
    assert all(sighting.types[0][1] < 0.5 for sighting in seen)


def test_labels_without_events_still_load(tmp_path: Path) -> None:
    """The weights of the first version had none."""
    path = tmp_path / "labels.json"
    path.write_text('{"upos": ["X"], "xpos": ["X"], "deprels": ["root"], "names": ["O"]}')
    assert Labels.load(path).types == ()


def test_a_plain_sentence_is_read_as_a_person_would(encoder: Encoder) -> None:
    """Subject, object, names and tags of an easy sentence are right."""
    tree = decode(windows_of(encoder, PLAIN), encoder.labels)
    met = PLAIN.index("met")
    assert tree.deprels[met] == "root"
    assert (tree.heads[3], tree.deprels[3]) == (met, "nsubj")
    assert (tree.heads[PLAIN.index("president")], tree.deprels[PLAIN.index("president")]) == (met, "obj")
    assert tree.upos[met] == "VERB"
    assert tree.xpos[met] == "VBD"
    assert tree.names[0] == tree.names[PLAIN.index("Ankara")] == "B-LOC"
    assert tree.names[4:6] == ("B-PER", "I-PER")


def test_the_by_phrase_of_a_passive_is_its_agent(encoder: Encoder) -> None:
    """Passive subject and agent have labels of their own."""
    words = ["Two", "soldiers", "were", "killed", "by", "rebels", "near", "the", "border", "."]
    tree = decode(windows_of(encoder, words), encoder.labels)
    assert tree.deprels[1] == "nsubj:pass"
    assert tree.deprels[words.index("rebels")] == "obl:agent"


def test_no_words_give_no_scores(encoder: Encoder) -> None:
    """An empty sentence is not run at all."""
    assert list(encoder.score([])) == []
    assert list(encoder.score([[]])) == [()]


@pytest.mark.parametrize("word", ODD)
def test_odd_words_are_scored_like_any_other(encoder: Encoder, word: str) -> None:
    """Empty strings, emoji, other scripts, lone surrogates and endless addresses do no harm."""
    scores = only(encoder, ["The", word, "left"])
    assert scores.arcs.shape == (3, 4)
    assert all(np.isfinite(layer).all() for layer in (scores.upos, scores.xpos, scores.names, scores.arcs))


def test_the_same_words_give_the_same_bytes(encoder: Encoder) -> None:
    """A sentence does not depend on what was scored before it."""
    first = only(encoder, PLAIN)
    only(encoder, ["Something", "else", "!"] * 20)
    assert same(first, only(encoder, PLAIN))
    assert same(first, only(Encoder.load(), PLAIN))


def test_a_very_long_sentence_becomes_windows_and_one_tree(encoder: Encoder) -> None:
    """All words of an endless sentence are kept, in one tree with one root."""
    words = PLAIN[:-1] * 60
    scores = windows_of(encoder, words)
    tree = decode(scores, encoder.labels)
    assert len(scores) > 1
    assert len(tree.heads) == len(words)
    assert tree.heads.count(-1) == 1


def test_windows_do_not_grow_with_the_sentence() -> None:
    """A sentence of a million words is cut into windows of bounded size, without gap or overlap."""
    words = ["word"] * 1_000_000
    cuts = list(windows(words, [1] * len(words)))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(words)
    assert all(one[1] == two[0] for one, two in itertools.pairwise(cuts))
    assert max(end - start for start, end in cuts) <= SHORT_WINDOW


def test_windows_end_after_punctuation_where_they_can() -> None:
    """A window stops at the last comma of its second half."""
    words = ["word"] * 600
    words[200] = ","
    assert next(windows(words, [1] * 600)) == (0, 201)


def test_a_sentence_that_fits_is_one_window() -> None:
    """Nothing is cut that the network can take whole."""
    assert list(windows(["word"] * WINDOW, [1] * WINDOW)) == [(0, WINDOW)]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", "lower"),
        ("Ankara", "title"),
        ("NATO", "upper"),
        ("McConnell", "mixed"),
        ("2024", "digit"),
        ("G20", "digit"),
        ("W.", "initial"),
        ("U.S.", "upper"),
        (".", "other"),
        ("", "other"),
    ],
)
def test_letter_case_has_seven_kinds(word: str, case: str) -> None:
    """The uncased network is told each word's letter case."""
    assert CASES[case_of(word)] == case


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    """The message names the file that is missing."""
    with pytest.raises(FileNotFoundError, match=r"analyser\.onnx"):
        Encoder.load(tmp_path)
