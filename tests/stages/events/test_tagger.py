"""What the learned tagger adds to the frames, with sightings made by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Document, Sighting
from dragoman.stages.events import Events
from dragoman.stages.events.sighted import Sighted, chance, odds, rival
from dragoman.stages.events.weighing import Weighing, packaged

Read = Callable[..., Document]

IDLE = "The Kenyan foreign ministry mulled the matter of Sudan on Monday."
BLAMED = "Kenya blamed Sudan for the raid on Monday."
TOLD = {
    "learned": -1.0,
    "learned tagged": 1.0,
    "frame signs": 1.0,
    "frame tagged": 1.0,
}


def sees(document: Document, word: str, kind: str, share: float, **arguments: str) -> Document:
    """Let the tagger see an act at a word, with words of the sentence as its arguments."""
    at = {token.text: token.i for token in document.tokens}
    sighting = Sighting(
        token=at[word],
        types=((kind, share), ("CONSULT", 0.01)),
        statuses=(("actual", 0.97), ("planned", 0.03)),
        arguments=tuple((role, at[text], 0.95) for role, text in arguments.items()),
    )
    return replace(document, analysis=replace(document.analysis, sightings=(sighting,)))


def unseen(document: Document) -> Document:
    """Take away what the tagger of the shipped weights sees."""
    return replace(document, analysis=replace(document.analysis, sightings=()))


def both() -> Events:
    return Events(weighing=replace(packaged(), combined=TOLD))


def test_the_tagger_proposes_what_no_frame_sees(report: Read) -> None:
    """Its frame says so, and the words it stood on are the trigger."""
    document = sees(report(IDLE), "mulled", "ACCUSE", 0.97, actor="ministry", recipient="Sudan")
    (event,) = both()(document)
    assert (event.type, event.frame, event.trigger.text) == ("ACCUSE", "learned", "mulled")
    names = {actor.id: actor.name for actor in document.actors}
    assert "Sudan" in {names[i] for i in event.recipients}


def test_what_the_tagger_hardly_sees_is_not_proposed(report: Read) -> None:
    """A chance of one in twenty is nothing."""
    assert both()(sees(report(IDLE), "mulled", "ACCUSE", 0.05, actor="ministry")) == ()


def test_frames_alone_leave_the_tagger_aside(report: Read) -> None:
    """The setting `frames` gives the same with sightings and without."""
    document = report(IDLE)
    assert Events(coder="frames")(sees(document, "mulled", "ACCUSE", 0.97)) == Events(coder="frames")(document)


def test_the_tagger_alone_leaves_frames_aside(report: Read) -> None:
    """The setting `tagger` finds nothing where the tagger saw nothing."""
    assert Events(coder="tagger")(unseen(report(BLAMED))) == ()


def test_without_sightings_both_is_frames_alone(report: Read) -> None:
    """Weights of the analyser without a tagger take nothing away."""
    document = unseen(report(BLAMED))
    assert Events(coder="both")(document) == Events(coder="frames")(document)


def test_the_tagger_takes_away_what_it_does_not_see(report: Read) -> None:
    """A frame's firing where the tagger sees nothing counts less than where it sees the same."""
    document = report(BLAMED)
    seen = both().read(sees(document, "blamed", "ACCUSE", 0.97)).candidates
    unseen = both().read(sees(document, "raid", "CONSULT", 0.97)).candidates
    best = [max(c.probability for c in found if c.type == "ACCUSE") for found in (seen, unseen)]
    assert best[0] > best[1]


def test_a_type_of_its_own_is_not_asked_of_the_tagger(report: Read) -> None:
    """A sighting of a type that no file of frames describes is passed over."""
    assert both()(sees(report(IDLE), "mulled", "GOSSIP", 0.97)) == ()


def test_a_word_that_the_tagger_does_not_list_has_a_small_chance() -> None:
    """What is kept back as unlikely is not impossible."""
    assert 0.0 < chance(None, "ACCUSE") < 0.1
    assert 0.0 < rival(None, "ACCUSE") < 0.1


def test_a_report_without_sightings_is_known_as_such(report: Read) -> None:
    """Nothing was seen, so there is nothing to ask."""
    assert not Sighted(unseen(report(IDLE)).analysis)


@given(st.floats(min_value=0.0, max_value=1.0), st.floats(min_value=0.0, max_value=1.0))
def test_odds_keep_the_order_of_chances(one: float, other: float) -> None:
    """What is likelier has the higher odds, and certainty stays finite."""
    assert (odds(one) <= odds(other)) or one > other


@pytest.mark.parametrize("coder", ["frames", "both"])
def test_weights_that_know_nothing_trust_the_frames(report: Read, coder: str) -> None:
    """Without any table a frame's own confidence stands."""
    empty = Weighing(acts={}, participants={}, combined={})
    candidates = Events(coder=coder, weighing=empty).read(report(BLAMED)).candidates
    assert all(c.probability == c.match.frame.confidence for c in candidates)
