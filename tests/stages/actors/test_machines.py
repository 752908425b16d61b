"""War machines that act on their own."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def of(document: Document, words: str) -> set[str]:
    return {a.name for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_helicopters_that_act_are_the_army_spoken_of_last(code: Coder) -> None:
    """No word says whose they are."""
    document = code("The army of Fiji shelled the valley. Helicopters fired on the villages.")
    assert of(document, "Helicopters") == of(document, "The army of Fiji") != set()


def test_helicopters_of_another_state_are_not_the_army_s(code: Coder) -> None:
    """The adjective says whose they are."""
    document = code("The army of Fiji shelled the valley. Tongan helicopters fired on the villages.")
    assert not of(document, "Tongan helicopters") & of(document, "The army of Fiji")


def test_helicopters_that_are_hit_are_nobody(code: Coder) -> None:
    """They may be anybody's."""
    assert not of(code("The army of Fiji shot down helicopters on Friday."), "helicopters")


def test_helicopters_are_nobody_s_where_no_army_was_told_of(code: Coder) -> None:
    """Nothing is guessed."""
    assert not of(code("The minister of Fiji resigned. Helicopters fired on the villages."), "Helicopters")


def test_a_police_station_is_of_the_police(code: Coder) -> None:
    """Whoever shells it attacks them."""
    document = code("The police closed a road. Rebels shelled a police station on Friday.")
    assert of(document, "a police station") == of(document, "The police") != set()


def test_a_ministry_statement_is_of_the_ministry(code: Coder) -> None:
    """It speaks for the ministry."""
    document = code("A defence ministry statement praised Chile on Friday.")
    assert of(document, "A defence ministry statement") == {"defence ministry"}


def test_a_train_station_is_nobody_s(code: Coder) -> None:
    """Trains are no body."""
    assert not of(code("Rebels shelled a train station on Friday."), "a train station")


def test_the_jets_of_a_state_are_its_army_s(code: Coder) -> None:
    """What they do, the army does."""
    document = code("Turkish jets bombed a village on Monday. The Turkish army said that ten men had died.")
    assert of(document, "Turkish jets") == of(document, "The Turkish army") != set()


def test_jets_are_the_air_force_s_where_the_report_speaks_of_it(code: Coder) -> None:
    """The army is another force then."""
    document = code("Turkish jets bombed a village. The Turkish army fled. The Turkish air force denied it.")
    assert of(document, "Turkish jets") == of(document, "The Turkish air force") != of(document, "The Turkish army")
