"""Words for several of whom was told before: the pair, the leaders, these individuals."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_the_pair_are_the_two_named_before(code: Coder) -> None:
    """As "the two" are."""
    document = code("Eva Malik met Odo Quillmann in Lima. The pair agreed on a plan.")
    assert all("The pair" in forms(actor(document, name)) for name in ("Eva Malik", "Odo Quillmann"))


def test_the_pair_are_those_who_acted_together_before_the_last_named(code: Coder) -> None:
    """Two named after them only as those whom something befell are not meant."""
    document = code(
        "Eva Malik and Odo Quillmann are accused of the killing of Jana Wexel, Ida Brandt and Tom Weller. "
        "The pair were arrested in Lima."
    )
    assert all("The pair" in forms(actor(document, name)) for name in ("Eva Malik", "Odo Quillmann"))
    assert not any("The pair" in forms(actor(document, name)) for name in ("Ida Brandt", "Tom Weller"))


def test_a_pair_of_others_is_nobody_before(code: Coder) -> None:
    """It tells of two more."""
    document = code("Eva Malik met Odo Quillmann in Lima. A pair of soldiers watched.")
    assert not any("pair" in words for words in forms(actor(document, "Eva Malik")))


def test_the_leaders_are_the_two_who_were_told_of(code: Coder) -> None:
    """Where nobody else was called so, whatever their offices."""
    document = code("Eva Malik called Odo Quillmann on Monday. The leaders discussed Peru.")
    assert all("The leaders" in forms(actor(document, name)) for name in ("Eva Malik", "Odo Quillmann"))


def test_the_ministers_are_those_called_so_before(code: Coder) -> None:
    """Two persons beside them are not meant."""
    document = code("Eva Malik called Odo Quillmann. Ministers from Fiji protested. The ministers discussed Peru.")
    assert "The ministers" not in forms(actor(document, "Eva Malik"))


def test_these_are_those_listed_last(code: Coder) -> None:
    """By whatever noun, and again."""
    document = code(
        "The United States sanctioned Jana Wexel, Eva Malik and Odo Quillmann. These individuals are corrupt. "
        "Canada fined these officials."
    )
    for name in ("Jana Wexel", "Eva Malik", "Odo Quillmann"):
        assert {"These individuals", "these officials"} <= forms(actor(document, name))


def test_these_from_elsewhere_are_others(code: Coder) -> None:
    """What follows says which are meant."""
    document = code("Eva Malik and Odo Quillmann left. These officials from Peru agreed.")
    assert "These officials" not in forms(actor(document, "Eva Malik"))


def test_three_officials_are_the_three_whom_the_report_lists(code: Coder) -> None:
    """Before or behind; they are officials then."""
    document = code("Fiji charged three officials. Jana Wexel, Eva Malik and Odo Quillmann deny the charges.")
    found = [actor(document, name) for name in ("Jana Wexel", "Eva Malik", "Odo Quillmann")]
    assert all("three officials" in forms(one) for one in found)
    assert [one.sector for one in found] == ["GOV"] * 3
    assert not any(one.kind == "group" for one in document.actors)


def test_four_officials_are_not_three_persons(code: Coder) -> None:
    """Nor are three others."""
    document = code("Fiji charged four officials. Jana Wexel, Eva Malik and Odo Quillmann met three other officials.")
    assert not any("officials" in words for words in forms(actor(document, "Eva Malik")))


def test_the_guarantors_are_the_states_set_off_behind_them(code: Coder) -> None:
    """As many as the noun counts, behind commas or dashes."""
    document = code("The three guarantors – Peru, Chile and Fiji – will meet in Lima on Monday.")
    assert all("The three guarantors" in forms(actor(document, name)) for name in ("Peru", "Chile", "Fiji"))


def test_ships_are_not_the_states_that_speak_of_them(code: Coder) -> None:
    """One state behind two of them, or states behind what no number counts, are not they."""
    for text in ("Two warships, Peru said, left on Monday.", "The warships, Peru and Chile said, left on Monday."):
        assert "warships" not in " ".join(forms(actor(code(text), "Peru")))


def test_two_who_are_told_of_for_the_first_time_are_none_named_before(code: Coder) -> None:
    """Two men are no two states, and not the two ministers of the sentence before."""
    document = code(
        "France and Germany signed the pact. Eva Malik wrote to Odo Quillmann. Britain agreed to send two men to trial."
    )
    assert [found.name for found in document.actors if "two men" in forms(found)] == ["men"]


def test_the_two_men_are_those_named_before(code: Coder) -> None:
    """The article tells that they are known."""
    document = code("Jan Marek met Odo Quillmann in Lima. The two men agreed on a plan.")
    assert all("The two men" in forms(actor(document, name)) for name in ("Jan Marek", "Odo Quillmann"))


def test_the_sides_of_a_river_are_nobody(code: Coder) -> None:
    """The sides of the fight are."""
    document = code("Iraq and Syria fought. Ruin lies on both sides of the river. Both sides agreed to talk.")
    assert forms(actor(document, "Iraq")) == {"Iraq", "Both sides"}
