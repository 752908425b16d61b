"""Tellings are put on the right words, and on none where the text does not have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.model import Analysis, Sentence, Token
from training.labels import NO_TYPE, Labels, with_events
from training.sight import SURE, SightCounts, evidence
from training.tellings import Report, contents, covered, held_out, report, top, whole

TEXT = "Ruritania fired on boats. Boats of Ruritania fled."


def token(i: int, start: int, form: str, upos: str, head: int, deprel: str = "dep") -> Token:
    """Make a word."""
    return Token(
        i=i,
        start=start,
        end=start + len(form),
        text=form,
        lemma=form.lower(),
        upos=upos,
        xpos="X",
        head=head,
        deprel=deprel,
    )


def analysis() -> Analysis:
    """Words and trees of the two sentences."""
    words = (
        token(0, 0, "Ruritania", "PROPN", 1),
        token(1, 10, "fired", "VERB", 1, "root"),
        token(2, 16, "on", "ADP", 3),
        token(3, 19, "boats", "NOUN", 1),
        token(4, 24, ".", "PUNCT", 1),
        token(5, 26, "Boats", "NOUN", 8),
        token(6, 32, "of", "ADP", 7),
        token(7, 35, "Ruritania", "PROPN", 5),
        token(8, 45, "fled", "VERB", 8, "root"),
        token(9, 49, ".", "PUNCT", 8),
    )
    sentences = (
        Sentence(i=0, first=0, last=5, start=0, end=25, root=1),
        Sentence(i=1, first=5, last=10, start=26, end=50, root=8),
    )
    return Analysis(tokens=words, sentences=sentences, names=())


def told(*, equals: bool = False, **changed: Any) -> Report:
    """Make the report with one telling of an event in the first sentence."""
    telling = {
        "sentence": "Ruritania fired on boats.",
        "trigger": "fired on",
        "actor": ["Ruritania"],
        "recipient": ["boats"],
        "date": None,
        "place": None,
    }
    event = {
        "type": "ASSAULT",
        "status": "actual",
        "evidence": [TEXT[:25]],
        "actors": ["a1"],
        "recipients": [],
        "symmetric": equals,
        "tellings": [telling | changed],
    }
    actors = [{"id": "a1", "name": "Ruritania", "mentions": []}]
    return report("one.json", {"text": TEXT, "actors": actors, "events": [event]}, analysis())


def test_a_telling_stands_on_the_chief_word_of_its_trigger() -> None:
    """The trigger's other words are beside it, the roles on head words of the same sentence."""
    first, second = told().sentences
    assert first.tellings is not None
    (telling,) = first.tellings
    assert (telling.word, telling.beside) == (1, (2,))
    assert telling.roles == (("actor", 0), ("recipient", 3))
    assert second.tellings == ()


@pytest.mark.parametrize("trigger", ["opened fire", "fire", "bo"])
def test_a_trigger_that_is_not_there_as_whole_words_gives_no_telling(trigger: str) -> None:
    """A piece of a word is no trigger."""
    assert all(sentence.tellings == () for sentence in told(trigger=trigger).sentences)


def test_an_argument_outside_the_telling_sentence_is_left_out() -> None:
    """Names elsewhere in the report are no arguments here."""
    first, _ = told(actor=["Boats of Ruritania"]).sentences
    assert first.tellings is not None
    assert first.tellings[0].roles == (("recipient", 3),)


def test_only_whole_words_are_found() -> None:
    """A word inside another does not count."""
    assert list(whole("a boat, boats, a boat", "boat", 0, 21)) == [2, 17]
    assert list(whole("a boat", "boat", 0, 5)) == []


def test_the_top_of_a_phrase_has_a_meaning_of_its_own() -> None:
    """Not the preposition, and nothing where there are no words."""
    found = analysis()
    assert top(found, covered(found, 32, 44)) == 7
    assert top(found, []) is None


def test_words_of_one_stretch_never_cross_a_sentence() -> None:
    """A stretch over a full stop keeps the first sentence's words."""
    assert covered(analysis(), 19, 31) == [3, 4]


def test_each_tenth_report_is_held_out_and_never_trained_on() -> None:
    """The first of them too."""
    found = [told()] * 21
    kept, left = held_out(found)
    assert (len(kept), len(left)) == (18, 3)


def test_labels_of_events_begin_with_none_of_them() -> None:
    """Column 0 says that a word tells nothing."""
    plain: Labels = {"upos": [], "xpos": [], "deprels": [], "names": ["O"], "types": [], "statuses": [], "roles": []}
    labels = with_events(plain, told().sentences)
    assert labels["types"] == [NO_TYPE, "ASSAULT"]
    assert labels["statuses"] == ["actual"]


def test_a_sighting_counts_as_right_only_with_the_right_type() -> None:
    """At the trigger or a word beside it."""
    from dragoman.model import Sighting

    def counted(word: int, kind: str, chance: float) -> SightCounts:
        counts = SightCounts()
        seen = Sighting(
            token=word, types=((kind, chance),), statuses=(("actual", 1.0),), arguments=(("actor", 0, 0.9),)
        )
        counts.add(told().sentences[0], [seen])
        return counts

    assert counted(1, "ASSAULT", 0.9).figures(["ASSAULT"])["F1"] == pytest.approx(100)
    assert counted(2, "ASSAULT", 0.9).figures(["ASSAULT"])["F1"] == pytest.approx(100)
    assert counted(1, "AID", 0.9).figures(["ASSAULT", "AID"])["F1"] == 0
    assert counted(3, "ASSAULT", 0.9).figures(["ASSAULT"])["F1"] == 0
    assert counted(1, "ASSAULT", SURE / 2).figures(["ASSAULT"])["R"] == 0
    assert counted(1, "AID", 0.9).statuses == 1
    assert counted(1, "ASSAULT", 0.9).figures(["actor"])["P"] == 100


def test_whoever_takes_part_is_found_in_every_sentence_that_names_him() -> None:
    """A word of the telling itself, and every mention of the same actor, first sentence or second."""
    (telling,) = told().sentences[0].tellings or ()
    assert {("doer", 0, 0), ("doer", 1, 2)} <= set(telling.parties)


def test_between_equals_all_are_doers() -> None:
    """Who met whom is nobody's doing to the other."""
    (telling,) = told(equals=True).sentences[0].tellings or ()
    assert {role for role, _, _ in telling.parties} == {"doer"}


def test_evidence_that_the_text_does_not_have_is_passed_over() -> None:
    """It can tell nothing about where an event stands."""
    assert list(evidence(TEXT, {"evidence": ["nowhere", "fled"]})) == [(45, 49)]


def test_the_invented_reports_can_be_read_and_are_free_to_use() -> None:
    """All are the project's own."""
    found = [content for _, content in contents(Path(__file__).parents[1] / "written")]
    assert len(found) > 300
    assert all("CC0" in content["licence"] for content in found)


def test_a_folder_without_reports_gives_none(tmp_path: Path) -> None:
    """Nothing is made up."""
    assert list(contents(tmp_path)) == []
