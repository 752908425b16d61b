"""Other names of somebody, which a report gives right behind the first."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def persons(document: Document) -> list[str]:
    return [found.name for found in document.actors if found.kind == "person"]


def test_also_known_as_tells_of_the_same_person(code: Coder) -> None:
    """By each of the names that follow, and wherever they stand again."""
    document = code("Odo Quillmann, also known as Abu Sarko and Ibn Orrel, leads the rebels in Mali. Sarko fled.")
    assert persons(document) == ["Odo Quillmann"]
    assert {"Abu Sarko", "Ibn Orrel", "Sarko"} <= forms(actor(document, "Odo Quillmann"))


def test_letters_in_brackets_tell_of_the_same_person(code: Coder) -> None:
    """As lists of those under sanctions have them."""
    assert persons(code("Canada sanctioned Odo Quillmann (a.k.a. Toofan Marek) in Peru.")) == ["Odo Quillmann"]


def test_somebody_known_by_a_name_behind_others_is_none_of_them(code: Coder) -> None:
    """Only a name right before the words has another."""
    document = code("Eva Malik, Odo Quillmann and a man known as Toofan Marek fled.")
    assert "Toofan Marek" in persons(document)


def test_who_calls_himself_by_a_name_is_its_bearer(code: Coder) -> None:
    """ "Its commander" is nobody else, and not the militia."""
    document = code("The militia attacked the town. Its commander, who calls himself Toofan, praised the attack.")
    assert "Its commander" in forms(actor(document, "Toofan"))


def test_who_calls_somebody_is_somebody_else(code: Coder) -> None:
    """The one called is not the caller."""
    document = code("The minister who called Eva Malik resigned.")
    assert not any("minister" in words for words in forms(actor(document, "Eva Malik")))


def test_who_is_joined_behind_the_aside_is_somebody_else(code: Coder) -> None:
    """The comma ends what is said of the first."""
    document = code("Odo Quillmann, known as Abu Sarko, and Wanda Davis were sentenced in Riga. Davis will appeal.")
    assert set(persons(document)) == {"Odo Quillmann", "Wanda Davis"}
    assert "Davis" in forms(actor(document, "Wanda Davis"))
