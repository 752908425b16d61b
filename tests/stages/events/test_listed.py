"""Those who are named one by one behind a colon."""

from collections.abc import Callable

from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]


def sanctioned(document: Document) -> set[str]:
    names = {actor.id: actor.name for actor in document.actors}
    return {names[i] for event in Events()(document) if event.type == "SANCTION" for i in event.recipients}


def test_those_who_follow_are_those_of_the_list(report: Read) -> None:
    """Each line names one; what else its line says of him does not count, nor does what stands behind the list."""
    document = report(
        "The department imposed sanctions on the following three officials:\n"
        "- Ivan Petrov is a deputy minister of defence.\n"
        "- Oleg Sidorov is a general. Sidorov leads the army.\n"
        "- Anna Orlova, an adviser to Boris Gusev, for corruption.\n"
        "Viktor Serov was not there."
    )
    assert sanctioned(document) == {"Ivan Petrov", "Oleg Sidorov", "Anna Orlova"}


def test_a_number_of_firms_is_the_firms_behind_the_colon(report: Read) -> None:
    """All of them, and not their number beside them."""
    document = report("Serbia sanctioned four companies: Rosneft, Gazprom, Lukoil and Novatek.")
    assert sanctioned(document) == {"Rosneft", "Gazprom", "Lukoil", "Novatek"}


def test_without_a_list_many_stay_many(report: Read) -> None:
    """A colon may bring anything; one who is named behind it is not many."""
    document = report("Norway sanctioned five officials of Belarus: the list is long.")
    assert "officials of Belarus" in sanctioned(document)
    document = report("Norway sanctioned officials of Belarus: Minsk protested, Moscow and Beijing kept silent.")
    assert not sanctioned(document) & {"Russia", "China"}
