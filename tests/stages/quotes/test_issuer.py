"""Who speaks in "it said" and "the statement said"."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def speakers(document: Document) -> list[str | None]:
    names = {actor.id: actor.name for actor in document.actors}
    return [names.get(quote.speaker or "") for quote in document.quotes]


def test_a_statement_speaks_for_whoever_issued_it(code: Coder) -> None:
    """The issuer was told in the sentence before."""
    document = code("Poland's defence ministry issued a statement on Monday. The statement said Russia was wrong.")
    assert speakers(document) == ["Polish defence ministry"]


def test_a_statement_of_nobody_told_has_no_speaker(code: Coder) -> None:
    """No issuer is made up."""
    assert speakers(code("The statement said Russia was wrong.")) == [None]


def test_another_statement_lends_no_issuer(code: Coder) -> None:
    """ "A statement" is a new one."""
    document = code("Poland's defence ministry issued a statement on Monday. A statement said Russia was wrong.")
    assert speakers(document) == [None]


def test_they_who_say_it_are_not_those_told_of_in_it(code: Coder) -> None:
    """The police speak of the men, not the men of themselves."""
    document = code(
        "Police in Oslo arrested two men. They said the men had planned an attack. "
        '"The men had planned it for a year," they said.'
    )
    assert speakers(document) == ["Norwegian police", "Norwegian police"]


def test_they_may_be_those_who_were_spoken_of_outside_the_quotation(code: Coder) -> None:
    """A group that acts before it speaks."""
    document = code('Farmers blocked the road in Lima. "We will not move from here," they said.')
    assert speakers(document) == ["Farmers"]
