"""The first look: what it reads closely, what it leaves, and what it must never leave."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.frames import frames, load
from dragoman.pipeline import Pipeline, Settings, manifest, standard_stages
from dragoman.pipeline.cascade import FEWEST, Cascade
from dragoman.pipeline.cascade.named import named
from dragoman.pipeline.cascade.naming import with_names
from dragoman.pipeline.cascade.scores import amounts, within
from dragoman.pipeline.cascade.signs import signs
from dragoman.pipeline.cascade.stems import plain, stem
from dragoman.pipeline.cascade.weights import weights
from dragoman.pipeline.ontology import sentence

MATCH = (
    "The home side went ahead after twelve minutes.",
    "Their striker added a second goal before the break.",
    "The visitors hit the post twice in the rain.",
    "A late header made the score look kinder.",
    "The club stays third in the table.",
    "The next match is in two weeks.",
)
TALKS = (
    "President Anna Feld of Freedonia met Foreign Minister Karl Brun of Sylvania on Monday.",
    "The weather was fine and the lake lay still.",
    "Feld urged Sylvania to release the detained fishermen.",
    "Brun condemned the attack on the embassy in Paris.",
    "There were tulips on the table.",
    "The two governments signed an agreement on grain.",
)


def placed(sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Give a text of some sentences, and where they stand."""
    text, places = "", []
    for each in sentences:
        places.append((len(text), len(text) + len(each)))
        text += each + " "
    return text, places


@pytest.fixture(scope="module")
def cascade() -> Cascade:
    return Cascade(frames())


def test_a_report_of_a_match_is_not_read_closely(cascade: Cascade) -> None:
    assert not any(cascade(*placed(MATCH)))


def test_sentences_that_tell_events_are_read(cascade: Cascade) -> None:
    read = cascade(*placed(TALKS))
    assert [read[at] for at in (0, 2, 3, 5)] == [True] * 4


def test_the_weather_between_two_acts_is_not_read(cascade: Cascade) -> None:
    assert not cascade(*placed(TALKS))[1]


def test_a_short_report_is_read_whole_for_there_is_nothing_to_judge_it_by(cascade: Cascade) -> None:
    assert all(cascade(*placed(MATCH[: FEWEST - 1])))


def test_no_text_has_no_sentences_to_read(cascade: Cascade) -> None:
    assert cascade("", []) == []


def test_a_headline_about_a_goal_is_not_worth_reading(cascade: Cascade) -> None:
    assert not cascade.tells("Late goal lifts the home side")


def test_a_headline_about_talks_is(cascade: Cascade) -> None:
    assert cascade.tells("France and Germany condemn the attack")


def test_a_predicate_of_ones_own_is_always_read_in_any_of_its_forms(tmp_path: Path) -> None:
    """Irregular forms too: whoever writes a frame for "shrink" means "shrank" as well."""
    (tmp_path / "barter.toml").write_text(OWN, encoding="utf-8")
    text, places = placed((*MATCH, "The crowd shrank at once."))
    assert not Cascade(frames())(text, places)[-1]
    assert Cascade(load(tmp_path))(text, places)[-1]


def test_an_actor_of_ones_own_is_always_read(cascade: Cascade, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.knowledge.own import Row

    row = Row.of(["oakham", "Oakham Rovers", "", "organisation", "", "", "", "", "", ""])
    monkeypatch.setattr("dragoman.pipeline.cascade.named.imported", lambda: (row,))
    read = cascade(*placed((*MATCH, "Nobody from Oakham Rovers was there.")))
    assert read[-1]


def test_names_are_found_whole_and_in_any_case() -> None:
    text = "The UNITED STATES, says the foreign minister"
    found = {(text[start : start + 13].lower(), kinds) for start, kinds in named(plain(text))}
    assert ("united states", ("state",)) in found


def test_a_name_inside_a_longer_word_is_none() -> None:
    assert not list(named(plain("chadors and omanised malice")))


def test_a_sentence_is_read_that_first_names_in_full_whom_a_later_one_names() -> None:
    sentences = ["Deputy Minister Ida Holm arrived.", "It rained.", "Holm condemned the raid."]
    assert with_names(sentences, [False, False, True]) == [True, False, True]


def test_a_full_name_that_nobody_read_of_shares_is_left() -> None:
    assert with_names(["The singer Ida Holm arrived.", "Berg condemned it."], [False, True]) == [False, True]


def test_the_second_full_naming_is_not_needed() -> None:
    sentences = ["Ida Holm came.", "Ida Holm ate.", "Holm condemned the raid."]
    assert with_names(sentences, [False, False, True]) == [True, False, True]


def test_forms_of_a_word_share_its_stem() -> None:
    assert {stem(word) for word in ("attack", "attacks", "attacked", "attacking", "attackers")} == {"attack"}


def test_a_short_word_keeps_its_ending() -> None:
    assert [stem("red"), stem("used")] == ["red", "used"]


@settings(deadline=None)
@given(st.text())
def test_a_plain_text_keeps_every_offset(text: str) -> None:
    words = plain(text)
    assert len(words) == len(text) + 2
    assert all(
        words[at + 1] == letter
        for at, letter in enumerate(text)
        if letter.isascii() and letter.isalnum() and letter.islower()
    )


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_every_sentence_gets_an_answer_the_same_each_time(sentences: list[str]) -> None:
    cascade = Cascade(frames())
    text, places = placed(sentences)
    assert len(cascade(text, places)) == len(places)
    assert cascade(text, places) == cascade(text, places)


def test_what_stands_around_a_sentence_counts() -> None:
    """The same words are likelier an event among events."""
    among_none, among_many = within([-1.0] + [-6.0] * 9, weights()), within([-1.0] + [3.0] * 9, weights())
    assert among_many[0] > among_none[0]


@settings(deadline=None)
@given(st.lists(st.floats(-20, 20), min_size=1, max_size=12))
def test_a_sentence_is_not_counted_among_the_others(scores: list[float]) -> None:
    for at, row in enumerate(amounts(scores)):
        others = [1 / (1 + 2.718281828459045**-score) for n, score in enumerate(scores) if n != at]
        best = sum(sorted(others, reverse=True)[:3]) / max(min(3, len(others)), 1)
        assert row["best"] == pytest.approx(best, abs=1e-6)


def test_signs_of_an_empty_sentence_are_there_too() -> None:
    (found,) = signs("  ", [(0, 2)], frozenset(), weights().rates)
    assert {"state 0", "predicate 0"} <= set(found.others)


def test_with_and_without_the_first_look_are_two_recipes() -> None:
    """A record made one way is never mixed with one made the other way unseen."""
    stages = standard_stages()
    assert manifest(stages).recipe != manifest(stages, Settings(full=True)).recipe


@pytest.mark.parametrize("full", [True, False])
def test_acts_are_found_both_ways_and_every_word_is_kept(full: bool) -> None:
    text, _ = placed(TALKS)
    document, problems = Pipeline.load(Settings(full=full)).code(sentence(text))
    assert not problems
    assert "ACCUSE" in {event.type for event in document.events}
    assert bool(document.analysis.unread) is not full
    assert "".join(token.text for token in document.tokens) == text.replace(" ", "")


def test_a_report_that_is_not_read_closely_has_its_times_and_no_events() -> None:
    text, _ = placed((*MATCH, "It was played on 3 May 2022."))
    document, _ = Pipeline.load().code(sentence(text))
    assert len(document.analysis.unread) == len(document.analysis.sentences)
    assert document.events == ()
    assert [time.value for time in document.times if "May" in time.span.text] == ["2022-05-03"]


OWN = """type = "BARTER"
about = "Swaps."
quad = 2

[[frame]]
name = "shrink.v"
pos = "verb"
predicates = ["shrink"]
roles = "symmetric"
fires = ["Iran shrank."]
"""
