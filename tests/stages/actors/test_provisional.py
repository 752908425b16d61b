"""Bodies that no table holds, by the words of their own names."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def named(document: Document, part: str) -> Actor:
    return next(actor for actor in document.actors if part in actor.name)


def test_a_state_inside_a_name_is_the_bodys(code: Coder) -> None:
    """Not the state that the report names most."""
    document = code("Ships of the Royal Novian and Australian Regatta Navy lay off Fiji. Fiji waved. Fiji sent cake.")
    assert named(document, "Navy").country == "AUS"


@pytest.mark.parametrize("name", ["ASEAN Harbour Secretariat", "European Lighthouse Agency"])
def test_a_body_of_many_states_is_of_none(code: Coder, name: str) -> None:
    """Its first words say so, and it is no government's."""
    found = named(code(f"The {name} criticised Fiji on Monday. Fiji was angry."), name)
    assert (found.country, found.sector, found.kind) == (None, "IGO", "organisation")


def test_a_body_of_one_state_is_no_union(code: Coder) -> None:
    """ "Agency" alone says nothing of a union."""
    found = named(code("The Fijian Lighthouse Agency closed two towers in Fiji."), "Lighthouse Agency")
    assert (found.country, found.sector) == ("FJI", "GOV")


def test_an_airline_called_after_its_state_is_of_it(code: Coder) -> None:
    """ "Air Malta" is Malta's, wherever it flies."""
    found = named(code("Air Malta cancelled its flights to Fiji. Fiji complained to Air Malta."), "Air Malta")
    assert (found.country, found.sector) == ("MLT", "BUS")


def test_air_before_another_word_makes_no_airline(code: Coder) -> None:
    """Only a state's name behind it does."""
    document = code("The Air Justice Front shelled a village in Niger.")
    assert all(actor.sector != "BUS" for actor in document.actors)


def test_a_state_of_the_past_is_given_to_none_of_today(code: Coder) -> None:
    """The Soviet Union is not the state that it invaded."""
    found = named(code("The Soviet Union invaded Hungary. Hungary fought. Hungary lost."), "Soviet")
    assert (found.kind, found.country) == ("country", None)


def test_a_day_for_women_is_no_body_of_women(code: Coder) -> None:
    """ "International Women's Day" does nothing."""
    document = code("Fiji marked International Women's Day on Monday. The President of Fiji spoke.")
    assert not any("Women" in actor.name for actor in document.actors)


def test_initials_behind_an_article_are_the_body_even_where_they_read_as_a_pronoun(code: Coder) -> None:
    """ "The WHO" is no question."""
    document = code('"Talks are critical," the WHO warned in a statement.')
    assert [quote.speaker for quote in document.quotes] == [named(document, "World Health").id]


def test_who_in_a_question_is_no_body(code: Coder) -> None:
    """Nor does a pronoun in small letters become one."""
    document = code("The minister who left said nothing. Who spoke?")
    assert not any("World Health" in actor.name for actor in document.actors)


def test_the_longer_known_name_is_taken_where_the_tagger_cut_it(code: Coder) -> None:
    """Small letters do not end it."""
    document = code("The UN security council met on Monday. Russia spoke at the UN security council.")
    assert {actor.name for actor in document.actors} >= {"UN Security Council"}


def test_a_front_is_meant_by_its_first_word(code: Coder) -> None:
    """ "The Front" is the Front for the Delta."""
    document = code("The Front for the Upper Delta shelled Kano. Should the Front lay down its arms, talks may begin.")
    found = next(actor for actor in document.actors if actor.name == "Front for the Upper Delta")
    assert "the Front" in {mention.span.text for mention in found.mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind", "sector"),
    [
        ("The Lowland Liberation Army left the talks.", "Lowland Liberation Army", "armed_group", "REB"),
        ("The Lowland Farmers' Council left the talks.", "Lowland Farmers' Council", "organisation", "CVL"),
        ("The Unity Alliance left the talks.", "Unity Alliance", "organisation", "OPP"),
        ("The Lowland Herald reported on Monday that the talks had failed.", "Lowland Herald", "organisation", "MED"),
    ],
)
def test_words_inside_a_name_say_whose_body_it_is(code: Coder, text: str, name: str, kind: str, sector: str) -> None:
    """Its last word alone would say less."""
    found = next(a for a in code(text).actors if a.name.endswith(name.rpartition(" ")[2]))
    assert (found.kind, found.sector) == (kind, sector)


@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("The Royal Lowland Army left the talks.", "Army", "MIL"),
        ("The Governors' Council left the talks.", "Council", "GOV"),
    ],
)
def test_armies_and_councils_of_states_stay_theirs(code: Coder, text: str, word: str, sector: str) -> None:
    """Nothing in these names speaks of rebels or of private people."""
    assert next(a for a in code(text).actors if a.name.endswith(word)).sector == sector


def test_who_commands_rebels_is_one_of_them(code: Coder) -> None:
    """A rank says nothing of the side."""
    found = code("The Lowland Front took the town. Its commander, Okello Ujulu, said so.").actors
    assert next(a for a in found if a.name == "Okello Ujulu").sector == "REB"


def test_who_commands_an_army_is_none_of_the_rebels(code: Coder) -> None:
    """A state's officer stays one."""
    found = code("The Royal Army took the town. Its commander, Okello Ujulu, said so.").actors
    assert next(a for a in found if a.name == "Okello Ujulu").sector == "MIL"
