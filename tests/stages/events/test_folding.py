"""One act told several times is one event; two acts that only resemble each other stay two."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames.weights import folding_weights
from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]

ONE = [
    (
        "ASSAULT",
        "Rebels attacked a Kenyan convoy near Wajir on Monday. The attack by the rebels hit the convoy at dawn.",
    ),
    ("CONSULT", "Emmanuel Macron flew to Rome on Monday and met Mario Draghi there."),
    (
        "ACCUSE",
        "Ukraine accused Russia of shelling a hospital. Kyiv blamed Moscow for shelling the hospital on Monday.",
    ),
    (
        "SUPPORT",
        "Norway praised Chile for its rescue of the miners.\n\nNorway lauded Chile for the rescue of the miners.",
    ),
    (
        "CONSULT",
        "Prime Minister Modi met President Macron in Paris on Monday. They also discussed the price of wheat.",
    ),
]
TWO = [
    ("SUPPORT", "Norway thanked Chile for the boats on Monday. Peru thanked Fiji for the tents on Monday."),
    ("CONSULT", "Japan met with Chile in Tokyo on Monday. Kenya met with Norway in Nairobi on Monday."),
    ("CONSULT", "Kenya met with Norway on Monday. Kenya met with Chile on Monday."),
    (
        "CONSULT",
        "Prime Minister Modi met President Macron in Paris on Monday. Modi also met Pope Francis in Rome.",
    ),
    ("ACCUSE", "Ukraine accused Russia of shelling a hospital. India accused Pakistan of shelling a school."),
    (
        "REQUEST",
        "Germany urged Iran to free the teachers. Later Germany called on Iran to open the plant to inspectors.",
    ),
]


def acts(document: Document, kind: str) -> list[str]:
    return [event.type for event in Events()(document) if event.type == kind]


@pytest.mark.parametrize(("kind", "text"), ONE)
def test_an_act_told_again_is_one_event(kind: str, text: str, report: Read) -> None:
    """The same people, the same thing: the second telling is more evidence."""
    assert len(acts(report(text), kind)) == 1


@pytest.mark.parametrize(("kind", "text"), TWO)
def test_acts_of_others_are_events_of_their_own(kind: str, text: str, report: Read) -> None:
    """The same verb in the next sentence, with other states or another demand, tells another act."""
    assert len(acts(report(text), kind)) == 2


def test_no_sign_of_folding_names_anybody() -> None:
    """Signs speak of types, words' forms and distances; a lemma or a name would be learned by heart."""
    assert not [sign for sign in folding_weights() if "lemma" in sign or ":" in sign.replace("nmod:", "")]
