"""Forces of which a report told before."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def same(document: Document, one: str, other: str) -> bool:
    meant = [{a.id for a in document.actors if any(m.span.text == words for m in a.mentions)} for words in (one, other)]
    return meant[0] == meant[1] != set()


def test_officers_are_the_police_spoken_of_last(code: Coder) -> None:
    """No other force stands between."""
    assert same(code("Police stormed the building. Officers arrested ten men."), "Police", "Officers")


def test_officers_after_soldiers_are_not_the_police(code: Coder) -> None:
    """They may be the army's."""
    document = code("Police stormed the building. Soldiers closed the road. Officers arrested ten men.")
    assert not same(document, "Police", "Officers")


def test_officers_of_the_army_are_not_the_police(code: Coder) -> None:
    """The noun before them says whose they are."""
    assert not same(code("Police stormed the building. Army officers arrested ten men."), "Police", "Army officers")


def test_the_army_is_the_one_that_the_report_names(code: Coder) -> None:
    """No state need be said again."""
    document = code("The Israel Defense Forces struck Gaza on Monday. The army said that ten men had died.")
    assert same(document, "Israel Defense Forces", "The army")


def test_the_army_is_not_the_named_one_where_another_state_s_was_told_of(code: Coder) -> None:
    """Either may be meant."""
    document = code("The Israel Defense Forces struck Gaza. Lebanese troops fled. The army denied it.")
    assert not same(document, "Israel Defense Forces", "The army")
