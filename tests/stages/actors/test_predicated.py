"""What a clause says of somebody of whom nothing else is known."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def test_who_is_said_to_hold_an_office_holds_it(code: Coder) -> None:
    """With sector and state."""
    found = actor(code("Odo Quillmann is a deputy minister of Fiji. Peru praised him."), "Odo Quillmann")
    assert (found.role, found.sector, found.country) == ("deputy minister", "GOV", "FJI")


def test_who_is_denied_an_office_or_only_may_hold_it_does_not(code: Coder) -> None:
    """Nothing is known of them then."""
    document = code("Eva Malik is not a general. Odo Quillmann could be a judge.")
    assert {actor(document, name).sector for name in ("Eva Malik", "Odo Quillmann")} == {"UNK"}


def test_who_leads_a_body_has_its_sector(code: Coder) -> None:
    """Also in a clause beside the name."""
    document = code("Odo Quillmann, who leads the Lowland Liberation Front, met the rebels in Peru.")
    found = actor(document, "Odo Quillmann")
    assert (found.role, found.sector) == ("leader of Lowland Liberation Front", "REB")


def test_who_attacks_a_body_does_not_have_its_sector(code: Coder) -> None:
    """Only a word for leading tells whose somebody is."""
    document = code("Odo Quillmann, who attacked the Lowland Liberation Front, met the rebels in Peru.")
    assert actor(document, "Odo Quillmann").sector == "UNK"
