"""A surname alone is nobody, until the report says more."""

from collections.abc import Callable

import pytest

from dragoman.language import Analyser
from dragoman.model import Actor, Article, Document, OffsetMap
from dragoman.stages.actors import Actors
from dragoman.stages.names import Names

Coder = Callable[..., Document]


def bearer(document: Document, word: str) -> Actor:
    """Give the actor that a surname stands for."""
    return next(a for a in document.actors if any(m.form != "pronoun" and word in m.span.text for m in a.mentions))


OPENING = "Blinken flew to Ramallah on Monday and met two mayors."


def test_a_surname_alone_stays_unknown(code: Coder) -> None:
    """Nothing in the report says which bearer of the name it is."""
    found = bearer(code(OPENING), "Blinken")
    assert (found.name, found.known) == ("Blinken", False)


def test_a_title_alone_tells_whose_surname_it_is(code: Coder) -> None:
    """The holder of the office that day has the surname, so both words mean one person."""
    document = code(OPENING + " The secretary of state left again after an hour.")
    found = bearer(document, "Blinken")
    assert (found.name, found.role, found.known) == ("Antony Blinken", "secretary of state", True)
    assert "The secretary of state" in [mention.span.text for mention in found.mentions]
    assert "the report speaks of 'secretary of state'" in found.reason


@pytest.mark.parametrize("title", ["Secretary of State Blinken in Ramallah", "Antony Blinken’s long day"])
def test_a_headline_with_title_or_full_name_tells_who_it_is(code: Coder, title: str) -> None:
    """What stands above the text is part of the report."""
    found = bearer(code(OPENING, title=title), "Blinken")
    assert found.name == "Antony Blinken"
    assert "headline" in found.reason


def test_the_only_bearer_in_office_is_meant_where_the_headline_names_his_state(code: Coder) -> None:
    """A leading office, and no namesake in any."""
    found = bearer(code(OPENING, title="A new American plan"), "Blinken")
    assert found.name == "Antony Blinken"
    assert "the only one in office that day" in found.reason


@pytest.mark.parametrize("title", ["Blinken in Ramallah", "A long day", "French plan for Ramallah", ""])
def test_a_headline_that_says_no_more_than_the_text_tells_nothing(code: Coder, title: str) -> None:
    """The surname again, or another state."""
    assert not bearer(code(OPENING, title=title), "Blinken").known


def test_a_title_held_by_somebody_else_tells_nothing(code: Coder) -> None:
    """Two years before, another was secretary of state."""
    document = code(OPENING + " The secretary of state left again after an hour.", published="2019-05-06")
    assert not bearer(document, "Blinken").known


def test_a_former_title_tells_nothing(code: Coder) -> None:
    """Who held the office once is not its holder."""
    document = code(OPENING + " A former secretary of state left again after an hour.")
    assert not bearer(document, "Blinken").known


def test_a_surname_with_many_bearers_in_office_stays_unknown(code: Coder) -> None:
    """The state alone does not choose among namesakes."""
    assert not bearer(code("Park spoke at length. “I am glad,” Park said.", title="A new Korean plan"), "Park").known


@pytest.mark.parametrize("opening", ["Farmer Blinken sold his olives", "Mr Blinken, a dentist, sold his olives"])
def test_somebody_of_another_calling_is_not_the_minister(code: Coder, opening: str) -> None:
    """What the report says beside the surname counts for more."""
    document = code(f"{opening} in Ramallah. The secretary of state sent no greetings.", title="American olives")
    assert not bearer(document, "Blinken").known


def test_a_first_name_alone_is_no_surname(code: Coder) -> None:
    """Many bear it who are nobody's minister."""
    document = code("Tony flew to Ramallah on Monday. The secretary of state left again.", title="An American plan")
    assert not bearer(document, "Tony").known


def test_without_a_day_nobody_holds_an_office(analyser: Analyser) -> None:
    """Who is in office depends on the day."""
    text = OPENING + " The secretary of state left again."
    article = Article(id="r0", text=text, raw=text, offsets=OffsetMap.whole(text))
    document = Document(article=article, analysis=analyser.analyse(text))
    document = document.with_layer("names", Names()(document)).with_layer("places", ())
    assert not bearer(document.with_layer("actors", Actors()(document)), "Blinken").known


def test_a_family_name_that_stands_first_makes_no_two_people_one(code: Coder) -> None:
    """Their own names differ, though the last part sounds alike."""
    document = code("Lam Wai-cheung won a seat in May. Lam Tsz-chung was elected in the west.")
    assert {found.name for found in document.actors if found.kind == "person"} == {"Lam Wai-cheung", "Lam Tsz-chung"}
