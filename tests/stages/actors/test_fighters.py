"""Fighters without a name are those of the one armed group that a report names."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, words: str) -> Actor:
    return next(a for a in document.actors if any(m.span.text == words for m in a.mentions))


def test_the_rebels_are_those_of_the_one_group_that_is_named(code: Coder) -> None:
    """The headline's "rebels" get their name in the text."""
    document = code("Rebels took the town of Aru. The Lowland Front attacked at night. The rebels burned the bridge.")
    assert actor(document, "Rebels") == actor(document, "Lowland Front") == actor(document, "The rebels")


def test_rebels_between_two_groups_stay_unnamed(code: Coder) -> None:
    """Either may be meant."""
    document = code("Rebels took the town. Boko Haram attacked the Lowland Front near the bridge.")
    assert actor(document, "Rebels").name == "Rebels"


def test_rebels_of_another_state_are_others(code: Coder) -> None:
    """A state that is said of them holds them apart."""
    document = code("Hezbollah attacked at night. Colombian guerrillas burned a bridge in Colombia.")
    assert actor(document, "Colombian guerrillas").country == "COL"
    assert actor(document, "Colombian guerrillas") != actor(document, "Hezbollah")


def test_a_body_of_which_there_are_rebels_is_an_armed_group(code: Coder) -> None:
    """ "Union" alone would be one of workers."""
    found = actor(code("Rebels of the Lowland Union attacked the town on Monday."), "Lowland Union")
    assert (found.kind, found.sector) == ("armed_group", "REB")


def test_a_union_without_rebels_is_none(code: Coder) -> None:
    """What workers it has says nothing of arms."""
    assert actor(code("Workers of the Lowland Union marched to the town."), "Lowland Union").kind != "armed_group"


def forms(document: Document, name: str) -> set[str]:
    return {m.span.text for actor in document.actors if actor.name == name for m in actor.mentions}


def test_the_rebels_are_the_only_armed_group_named(code: Coder) -> None:
    """Also where a cleft says that it was they."""
    document = code("The Azulo Liberation Front denied it. It was the rebels who shelled Kano, said the mayor.")
    assert "the rebels" in forms(document, "Azulo Liberation Front")


def test_rebels_with_a_name_of_their_own_are_others(code: Coder) -> None:
    """What narrows the noun says who is meant."""
    document = code("The Azulo Liberation Front shelled Kano. The rebels of Lord Quill fled.")
    assert not any("Quill" in form for form in forms(document, "Azulo Liberation Front"))


def test_soldiers_of_a_named_body_are_that_body(code: Coder) -> None:
    """They are no army of their own."""
    document = code("Soldiers of the Novian Frontier Brigade closed the port of Lima.")
    assert any("Soldiers" in form for form in forms(document, "Novian Frontier Brigade"))


def test_an_army_of_the_state_is_no_armed_group(code: Coder) -> None:
    """ "National" and a state's name say whose it is."""
    document = code("The Fijian National Army and the National Army of Tonga met.")
    kinds = {actor.name: actor.kind for actor in document.actors if "Army" in actor.name}
    assert "armed_group" not in kinds.values()


def test_what_a_body_uses_stands_for_it(code: Coder) -> None:
    """Its lorries and its posts."""
    document = code("Two army lorries left Kano. Rebels overran an army post.")
    assert {"Two army lorries", "an army post"} <= forms(document, "army")


def test_a_station_of_the_police_is_a_place(code: Coder) -> None:
    """A building burns, not the police."""
    assert not forms(code("The police station in Suva burned."), "police")


def test_troops_of_a_named_brigade_are_the_brigade(code: Coder) -> None:
    """As "Hezbollah fighters" are Hezbollah."""
    document = code("Troops of the 23rd Mountain Brigade fled on Monday.")
    assert actor(document, "Troops of the 23rd Mountain Brigade").name == "23rd Mountain Brigade"


def test_troops_of_a_ministry_are_not_the_ministry(code: Coder) -> None:
    """It has them, and is no force itself."""
    document = code("Troops of the Interior Ministry fled on Monday.")
    troops = next(a for a in document.actors if any(m.span.text.startswith("Troops") for m in a.mentions))
    assert "Ministry" not in {m.span.text.rpartition(" ")[2] for m in troops.mentions if m.form == "name"}


def test_men_of_a_people_are_no_armed_group(code: Coder) -> None:
    """Its forces are."""
    assert {found.kind for found in code("Some 300 Christian men were killed.").actors} == {"group"}
    assert {found.kind for found in code("Some 300 Kurdish fighters were killed.").actors} == {"armed_group"}
