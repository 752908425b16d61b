"""Long titles in front of a name, which are the bearer's and nobody else's."""

from collections.abc import Callable

from dragoman.model import Actor, Document
from dragoman.stages.actors import Linker

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def at(document: Document, word: str) -> list[str]:
    index = next(token.i for token in document.tokens if token.text == word)
    return [found.name for found in Linker(document).at(index)]


def test_a_minister_with_the_full_name_of_the_state_is_no_state(code: Coder) -> None:
    """Whoever met the Republic of Fiji's minister met the minister."""
    document = code("Wolbert spoke today with Republic of Fiji (RF) Foreign Minister Odo Quillmann.")
    assert at(document, "Republic") == ["Odo Quillmann"]
    assert actor(document, "Odo Quillmann").country == "FJI"


def test_a_state_beside_a_minister_stays_a_state(code: Coder) -> None:
    """Where both are told of, both are meant."""
    document = code("Wolbert thanked the Republic of Fiji and Foreign Minister Odo Quillmann.")
    assert at(document, "Republic") == ["Fiji"]


def test_a_title_of_a_bureau_with_a_comma_is_that_of_the_name_behind_it(code: Coder) -> None:
    """The bureau's plural is not the title's."""
    document = code("The Assistant Secretary for the Bureau of River Affairs, Odo B. Quillmann, attended a meeting.")
    assert at(document, "Secretary") == ["Odo B. Quillmann"]


def test_a_plural_title_is_not_that_of_the_one_name_behind_the_comma(code: Coder) -> None:
    """The ministers and he are several."""
    document = code("The ministers of trade, Odo Quillmann and a guard left.")
    assert not any("ministers" in words for words in forms(actor(document, "Odo Quillmann")))


def test_a_courtesy_before_the_name_hides_no_title(code: Coder) -> None:
    """Mr. says less than what stands before it."""
    document = code("The Minister of State for Shipping, Mr. Odo Quillmann, signed the accord.")
    assert at(document, "Minister") == ["Odo Quillmann"]
    assert actor(document, "Odo Quillmann").sector == "GOV"


def test_two_titles_in_a_row_are_one_persons(code: Coder) -> None:
    """An envoy may be an ambassador too."""
    document = code("U.S. Special Representative for River Reconciliation Ambassador Odo Quillmann left for Lima.")
    assert at(document, "Representative") == ["Odo Quillmann"]


def test_a_titled_name_with_another_before_its_comma_stays_alone(code: Coder) -> None:
    """A list names several."""
    document = code("The chairman, Senator Quillmann and Governor Malik thanked the guests.")
    assert not any("chairman" in words for words in forms(actor(document, "Malik")))


def test_a_name_and_the_title_behind_it_stand_for_one_together(code: Coder) -> None:
    """Also as one phrase."""
    document = code("Odo Quillmann, the prime minister, gave them seven days.")
    assert "Odo Quillmann, the prime minister" in forms(actor(document, "Odo Quillmann"))


def test_a_noun_and_the_name_behind_it_stand_for_one_together(code: Coder) -> None:
    """The poet is not told apart from the name."""
    document = code("The court sent the poet Odo Quillmann to prison.")
    assert "the poet Odo Quillmann" in forms(actor(document, "Odo Quillmann"))


def test_a_body_behind_its_prosecutor_is_not_the_prosecutor(code: Coder) -> None:
    """Initials in brackets name the court."""
    document = code("The Prosecutor of the International Criminal Court (ICC) welcomed it.")
    assert "International Criminal Court" not in at(document, "Prosecutor")


def test_the_state_behind_a_titled_name_is_that_of_the_minister(code: Coder) -> None:
    """Also with the state put last."""
    document = code("We thank Foreign Minister Quillmann of Fiji for coming.")
    found = actor(document, "Quillmann")
    assert found.country == "FJI"
    assert {"Foreign Minister Quillmann", "Foreign Minister Quillmann of Fiji"} <= forms(found)


def test_a_place_behind_a_name_without_a_title_says_nothing_of_an_office(code: Coder) -> None:
    """A man of Lima holds none."""
    document = code("We thank Odo Quillmann of Lima for coming.")
    assert actor(document, "Odo Quillmann").role is None


def test_somebody_known_by_a_name_is_the_bearer_of_it(code: Coder) -> None:
    """A nom de guerre is a name."""
    document = code("The rebels lost. Their leader, known as Odo Quillmann, gave himself up at noon.")
    assert at(document, "leader") == ["Odo Quillmann"]


def test_somebody_who_knows_another_is_not_the_other(code: Coder) -> None:
    """Only what somebody is called counts."""
    document = code("Their leader, feared by Odo Quillmann, gave himself up at noon.")
    assert "Odo Quillmann" not in at(document, "leader")


def test_an_opposite_number_is_not_the_one_whose_it_is(code: Coder) -> None:
    """It holds the office elsewhere."""
    document = code("Fijian Foreign Minister Odo Quillmann will see his Zambian opposite number in Lima.")
    found = at(document, "number")
    assert found
    assert "Odo Quillmann" not in found


def test_any_other_number_is_nobody(code: Coder) -> None:
    """Only an opposite one acts."""
    document = code("Fijian Foreign Minister Odo Quillmann will see his phone number in the book.")
    assert not any("number" in found.name for found in document.actors)
