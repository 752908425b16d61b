"""Who is named beside his state: a reader tells what an army did from what was done to its state."""

from collections.abc import Callable

from dragoman.model import Actor, Document
from dragoman.stages.events import Events
from dragoman.stages.events.lands import beside_others, beside_state
from dragoman.stages.events.parties import Parties
from dragoman.stages.events.party_signs import party_signs

Read = Callable[..., Document]


def actor(name: str, kind: str, country: str | None) -> Actor:
    return Actor(id=name, name=name, kind=kind, country=country)


CHAD = actor("Chad", "country", "TCD")
ARMY = actor("Chadian army", "government_body", "TCD")
MINISTER = actor("Moussa Deby", "person", "TCD")
NIGER = actor("Niger", "country", "NER")
UNION = actor("African Union", "organisation", None)


def test_an_army_beside_its_state_is_told_from_one_alone() -> None:
    """The same army is another sign where its state is named as well."""
    assert list(beside_state([CHAD, ARMY])) == ["state with 1 of its own", "government_body beside its state"]
    assert list(beside_state([NIGER, ARMY])) == ["state with 0 of its own", "government_body without its state"]


def test_of_many_people_of_a_state_two_are_as_good_as_ten() -> None:
    """What is counted is told apart up to two."""
    minders = [actor(f"m{n}", "person", "TCD") for n in range(9)]
    assert next(beside_state([CHAD, *minders])) == next(beside_state([CHAD, ARMY, MINISTER]))


def test_whoever_has_no_state_gets_no_sign() -> None:
    """An organisation of many states stands beside none."""
    assert list(beside_state([UNION, CHAD])) == ["", "state with 0 of its own"]


def test_a_neighbour_is_not_of_the_doers_state() -> None:
    """One's own state, another's, and none at all are three things."""
    assert beside_others(CHAD, [MINISTER]) == "of the others' state"
    assert beside_others(NIGER, [MINISTER]) == "of another state"
    assert beside_others(NIGER, [UNION]) == "others of no state"
    assert beside_others(UNION, [MINISTER]) == "of no state"


def test_the_signs_of_a_target_say_whether_he_is_of_the_doers_state(report: Read) -> None:
    """A doer is weighed before his target is known, so his signs say nothing of it."""
    reading = Events(coder="frames").read(report("Turkey condemned Israel on Tuesday."))
    (candidate,) = (c for c in reading.candidates if c.type == "ACCUSE" and c.match.frame.pos == "verb")
    parties = {party.actor.name: party for party in Parties(reading.casting).of(candidate, [])}
    turkey = parties["Turkey"].actor
    signs = party_signs(candidate, parties["Israel"], "recipient", [turkey])
    assert "recipient: of another state kind=country type=ACCUSE" in signs
    assert "recipient: state with 0 of its own" in signs
    assert not any("of another state" in sign for sign in party_signs(candidate, parties["Israel"], "actor", []))
