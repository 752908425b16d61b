"""Persons of whom a report tells before it names them, and headlines that say a title bare."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_somebody_told_of_without_a_name_is_named_by_the_next_sentence(code: Coder) -> None:
    """News reports say what, then who."""
    document = code(
        "LIMA - A court jailed a blogger for six years on Monday. Odo Quillmann, 41, smiled at the verdict."
    )
    assert "a blogger" in forms(actor(document, "Odo Quillmann"))


def test_of_two_told_of_nobody_is_the_one_named_next(code: Coder) -> None:
    """Nothing says which of them he is."""
    document = code("LIMA - A farmer told a blogger of it on Monday. Odo Quillmann left the country at noon.")
    assert forms(actor(document, "Odo Quillmann")) == {"Odo Quillmann"}


def test_whoever_speaks_of_the_news_is_not_whom_it_is_about(code: Coder) -> None:
    """A witness has a name of his own."""
    document = code("LIMA - Gunmen shot a prefect on Monday. Odo Quillmann said that it was dark.")
    assert "a prefect" not in forms(actor(document, "Odo Quillmann"))


def test_somebody_with_a_calling_of_his_own_is_not_the_one_told_of(code: Coder) -> None:
    """A lawyer is no prefect."""
    document = code("LIMA - Gunmen shot a prefect on Monday. Odo Quillmann, a lawyer, fled at noon.")
    assert "a prefect" not in forms(actor(document, "Odo Quillmann"))


def test_several_people_have_no_one_name(code: Coder) -> None:
    """A crowd is not he who is named next."""
    document = code("LIMA - Police beat a crowd on Monday. Odo Quillmann, 41, fled at noon.")
    assert "a crowd" not in forms(actor(document, "Odo Quillmann"))


def test_a_headline_says_a_title_bare(code: Coder) -> None:
    """The report gives one person that title."""
    document = code("Transport minister quits over harbour\n\nVALLETTA - Odo Quillmann, the transport minister, quit.")
    assert "Transport minister" in forms(actor(document, "Odo Quillmann"))


def test_a_headline_says_leader_for_commander(code: Coder) -> None:
    """Headlines shorten."""
    text = "Guard leader gives up arms\n\nTBILISI - Odo Quillmann, the commander of the Guard, gave up on Monday."
    assert "Guard leader" in forms(actor(code(text), "Odo Quillmann"))


def test_a_minister_of_another_state_is_not_the_one_in_the_headline(code: Coder) -> None:
    """The state says which."""
    text = "Zambian minister leaves\n\nLIMA - Odo Quillmann, Peru's trade minister, waved to the guests on Monday."
    assert "Zambian minister" not in forms(actor(code(text), "Odo Quillmann"))


def test_a_bare_title_in_the_text_is_not_read_so(code: Coder) -> None:
    """Only headlines leave the article out."""
    text = "Talks end in Lima.\n\nLIMA - Odo Quillmann, the transport minister, quit. He had been made minister in May."
    assert "minister" not in forms(actor(code(text), "Odo Quillmann"))


def test_the_former_minister_is_the_one_person_named_before(code: Coder) -> None:
    """It speaks of somebody whom the reader knows."""
    document = code("Odo Quillmann left prison on Monday. The court had quashed the former minister's sentence.")
    assert "the former minister" in {form.removesuffix("'s") for form in forms(actor(document, "Odo Quillmann"))}


def test_of_two_named_before_the_former_minister_is_nobody(code: Coder) -> None:
    """Nothing says which."""
    document = code("Odo Quillmann met Eva Malik on Monday. The court had freed the former minister at noon.")
    assert all("the former minister" not in forms(actor(document, n)) for n in ("Odo Quillmann", "Eva Malik"))
