"""Persons and the bodies they serve."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def test_a_firms_head_is_of_its_state_and_sector(code: Coder) -> None:
    """Not of the state that the deal was made in."""
    document = code("Lufthansa spokesman Odo Quillmann praised Fiji. Fiji praised Fiji's airports.")
    found = actor(document, "Odo Quillmann")
    assert (found.country, found.sector) == ("DEU", "BUS")
    assert "state guessed" in found.reason


def test_whoever_is_sent_to_a_body_does_not_serve_it(code: Coder) -> None:
    """An ambassador to a union is his state's."""
    document = code("Fiji's ambassador to the United Nations, Odo Quillmann, spoke.")
    found = actor(document, "Odo Quillmann")
    assert (found.country, found.sector) == ("FJI", "GOV")


def test_the_state_is_read_off_the_title_behind_the_name_too(code: Coder) -> None:
    """A rank before the name names no state; the command behind it does."""
    document = code("Lt. Gen. Odo Quillmann, commander of Norwegian forces, met ministers in Fiji. Fiji thanked him.")
    assert actor(document, "Odo Quillmann").country == "NOR"


def test_a_title_behind_the_name_of_a_states_officer_does_not_move_him(code: Coder) -> None:
    """What the title before the name says of a state stands."""
    document = code("Norwegian General Odo Quillmann, commander of a Fijian base, left Fiji.")
    assert actor(document, "Odo Quillmann").country == "NOR"


@pytest.mark.parametrize(
    ("title", "sector"), [("Union chief", "CVL"), ("The dockers' secretary,", "CVL"), ("Rebel spokesman", "REB")]
)
def test_whoever_leads_has_the_sector_of_those_he_leads(code: Coder, title: str, sector: str) -> None:
    """The titles alone say government, or nothing."""
    assert actor(code(f"{title} Odo Quillmann left Lima on Monday."), "Odo Quillmann").sector == sector


def test_a_ministry_has_secretaries_general_too(code: Coder) -> None:
    """No union is named whose he could be."""
    document = code("Secretary General Odo Quillmann met Fiji's envoy. Fiji thanked Secretary General Quillmann.")
    assert actor(document, "Odo Quillmann").sector == "GOV"


def test_a_unions_secretary_general_is_the_unions(code: Coder) -> None:
    """Its name stands before the title."""
    document = code("ASEAN Secretary General Odo Quillmann met Fiji's envoy.")
    assert actor(document, "Odo Quillmann").sector == "IGO"


def test_the_president_of_a_firm_is_not_the_head_of_state(code: Coder) -> None:
    """Not even where the report names the head of state."""
    document = code("President Emmanuel Macron met the president of Chrysler.", published="2019-05-01")
    macron = actor(document, "Emmanuel Macron")
    assert "the president of Chrysler" not in {mention.span.text for mention in macron.mentions}


def test_the_president_alone_is_still_the_head_of_state(code: Coder) -> None:
    """As before."""
    document = code("Emmanuel Macron spoke in France. The French president left.", published="2019-05-01")
    assert "The French president" in {m.span.text for m in actor(document, "Emmanuel Macron").mentions}


def test_a_thing_before_a_name_is_no_title(code: Coder) -> None:
    """A prison is no office."""
    document = code("He may be sent to prison, Odo Quillmann added.")
    assert actor(document, "Odo Quillmann").role is None
