"""Actors whose words name no state are given the likeliest one, and bodies under short names are found again."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document
from dragoman.stages.actors import Linker

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def names(document: Document) -> set[str]:
    return {actor.name for actor in document.actors}


def test_an_unknown_person_is_of_the_state_that_the_report_is_about(code: Coder) -> None:
    """The reason says that it is a guess."""
    document = code(
        "Poland closed the bridge on Monday. Polish farmers protested in Poland. Marek Wisniewolski, a farmer, "
        "said Poland had forgotten them."
    )
    found = actor(document, "Marek Wisniewolski")
    assert found.country == "POL"
    assert "state guessed" in found.reason


def test_nobody_is_given_a_state_where_the_report_names_none(code: Coder) -> None:
    """A guess needs something to guess from."""
    assert actor(code("Marek Wisniewolski closed the shop."), "Marek Wisniewolski").country is None


def test_of_several_states_a_person_is_of_the_one_that_the_name_sounds_of(code: Coder) -> None:
    """Nobody in the tables bears these names, yet their endings are common in one of the two."""
    document = code(
        "Georgia and Kenya met on Monday. Minister Nodar Kobelashvili told Minister Wanyonyi Kiprotong that "
        "Georgia and Kenya were friends."
    )
    assert actor(document, "Nodar Kobelashvili").country == "GEO"
    assert actor(document, "Wanyonyi Kiprotong").country == "KEN"


def test_the_person_of_a_state_speaks_for_it(code: Coder) -> None:
    """ "Peru's Elvira Quillanes" is of Peru, and of its government where nothing else is said of her."""
    found = actor(code("Chile was silent. Peru's Elvira Quillanes met Chilean farmers in Chile."), "Elvira Quillanes")
    assert (found.country, found.sector) == ("PER", "GOV")


def test_the_person_of_a_state_keeps_a_sector_that_was_said(code: Coder) -> None:
    """A farmer is no official."""
    found = actor(code("Peru's Elvira Quillanes, a farmer, met Chilean farmers in Chile."), "Elvira Quillanes")
    assert found.sector == "CVL"


def test_a_stated_state_is_no_guess(code: Coder) -> None:
    """What the words name stands, however often another state is named."""
    document = code("Poland, Poland and again Poland. The Chilean farmer Jorge Quillanes left Poland.")
    assert actor(document, "Jorge Quillanes").country == "CHL"


def test_initials_mean_the_body_named_in_full_before(code: Coder) -> None:
    """An acronym needs no brackets."""
    document = code(
        "The Valdovian Farmers Congress met on Monday. Delegates of the Valdovian Farmers Congress came by bus. "
        "The VFC demanded lower taxes."
    )
    assert not {"VFC", "the VFC"} & names(document)


def test_other_capitals_are_a_body_of_their_own(code: Coder) -> None:
    """Letters that are not the initials mean somebody else."""
    document = code("The Valdovian Farmers Congress met on Monday. The UNKQ demanded lower taxes.")
    mentions = {m.span.text for a in document.actors if "Congress" in a.name for m in a.mentions}
    assert not any("UNKQ" in words for words in mentions)


def test_a_firms_full_form_is_the_firm(code: Coder) -> None:
    """ "Plc" makes no second firm."""
    document = code("Zorvex Airlines lost money. Zorvex Airlines Group PLC will sell jets. Zorvex Airlines said so.")
    assert len([name for name in names(document) if name.startswith("Zorvex")]) == 1


def test_an_honour_is_no_role(code: Coder) -> None:
    """ "Mr" says nothing of what somebody does; the title behind the name does."""
    document = code("Mr Jan Novakovic, the deputy agriculture minister, opened the fair.")
    assert (actor(document, "Jan Novakovic").role or "").endswith("minister of agriculture")
    assert actor(code("Mr Jan Novakovic opened the fair."), "Jan Novakovic").role is None


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The ministry apologised to Tashkent on Monday.", True),
        ("Moscow, which denies it, sent a note.", True),
        ("The train went to Tashkent on Monday.", False),
        ("They met in Moscow on Monday.", False),
    ],
)
def test_a_capital_that_is_spoken_to_is_its_state(code: Coder, text: str, acts: bool) -> None:
    """A capital acts or is spoken to; as a place it is no actor."""
    document = code(text)
    assert any(actor.kind == "country" and actor.acts for actor in document.actors) is acts


def test_a_firms_aircraft_are_no_air_force(code: Coder) -> None:
    """Vehicles fight for a state only where the words say so."""
    fleet = code("Zorvex, a British firm, bought aircraft. Its aircraft fly to Lima.")
    assert not any(actor.sector == "MIL" for actor in fleet.actors)
    raid = code("Turkish aircraft bombed a bridge on Monday.")
    assert any(actor.sector == "MIL" and actor.country == "TUR" for actor in raid.actors)


def test_a_state_that_is_only_a_place_does_not_act(code: Coder) -> None:
    """ "In Peru" is where, not who."""
    document = code("Jan Novakovic slept in Peru.")
    assert not actor(document, "Peru").acts


def test_words_lead_to_whose_they_are(code: Coder) -> None:
    """ "The cities of Peru" are nobody, and Peru's."""
    document = code("Chile shelled the cities of Peru.")
    word = next(token.i for token in document.tokens if token.text == "cities")
    assert [actor.country for actor in Linker(document).whose(word)] == ["PER"]
    assert Linker(document).at(word) == ()


@pytest.mark.parametrize("word", ["Representatives", "Other senior leaders", "Ambassadors"])
def test_a_bare_group_is_nobody(code: Coder, word: str) -> None:
    """A group is an actor only where the report says whose."""
    assert not any(actor.kind == "group" for actor in code(f"{word} spoke on Monday.").actors)
    assert any(actor.country == "PER" for actor in code("Representatives of Peru spoke on Monday.").actors)


def test_a_body_is_found_again_by_the_noun_in_its_name(code: Coder) -> None:
    """ "The Commission" is no second one of the state last named."""
    document = code(
        "The European Commission met in Brussels on Monday. Greece rejected the plan. "
        "The Commission urged Greece to pay."
    )
    assert "The Commission" in {m.span.text for m in actor(document, "European Commission").mentions}


def test_another_noun_is_another_body(code: Coder) -> None:
    """A court is no commission."""
    document = code("The European Commission met on Monday. The Court urged Greece to pay.")
    assert "The Court" not in {m.span.text for m in actor(document, "European Commission").mentions}


def test_a_noun_that_is_narrowed_otherwise_is_another_body(code: Coder) -> None:
    """ "The electoral commission" is said of one that was not named."""
    document = code("The European Commission met on Monday. The electoral commission of Ghana counted the votes.")
    assert not any("electoral" in m.span.text for m in actor(document, "European Commission").mentions)


def test_a_body_is_found_again_by_the_first_word_of_its_name(code: Coder) -> None:
    """What it is for may be left out later."""
    document = code(
        "The Coordination for the Dignity of the North attacked Kidal in Mali. The Coordination took the town."
    )
    found = next(a for a in document.actors if a.name.startswith("Coordination"))
    assert "The Coordination" in {m.span.text for m in found.mentions}


def test_a_body_is_found_again_by_its_name_without_its_owner(code: Coder) -> None:
    """Whose it is was said before."""
    document = code("The UN Board of Inquiry met in Geneva. The Board of Inquiry blamed Syria.")
    said = [{m.span.text for m in a.mentions} for a in document.actors]
    assert any({"UN Board of Inquiry", "Board of Inquiry"} <= each for each in said)


def test_a_minister_is_of_the_state_that_its_stands_for(code: Coder) -> None:
    """Not of the state that the report is about."""
    document = code(
        "Chad closed its borders on Monday. France condemned Chad. Its interior minister, Luc Verdierand, flew home."
    )
    found = actor(document, "Luc Verdierand")
    assert found.country == "FRA"
    assert "of somebody of it" in found.reason


def test_a_bodys_own_people_are_of_its_state(code: Coder) -> None:
    """ "Whose" leads to the army, and by it to the state."""
    document = code("Peru praised Chile's navy, whose divers saved two boys. Peru thanked Chile.")
    assert {found.country for found in document.actors if found.name == "divers"} <= {"CHL"}


def test_a_state_beside_a_person_is_not_said_to_own_one(code: Coder) -> None:
    """ "In Chad" is where he spoke."""
    document = code("France condemned the raid on Monday. A farmer, Luc Verdierand, spoke in Chad.")
    assert "of somebody of it" not in actor(document, "Luc Verdierand").reason


def test_an_office_that_speaks_in_a_capital_is_of_the_state_that_sits_there(code: Coder) -> None:
    """Whatever state the report is about."""
    document = code(
        "Peru closed the border. Peru was angry. In London the foreign secretary, Mary Zzyzxova, praised Peru."
    )
    assert actor(document, "Mary Zzyzxova").country == "GBR"


def test_an_office_is_not_of_a_capital_that_is_spoken_of_behind_it(code: Coder) -> None:
    """She only went there."""
    document = code(
        "Peru closed the border. Peru was angry. The foreign secretary, Mary Zzyzxova, met envoys in London. Peru won."
    )
    assert actor(document, "Mary Zzyzxova").country == "PER"
