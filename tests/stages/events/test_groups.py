"""Who takes part: groups that are addressed, states on a list, and all who sign a statement."""

from collections.abc import Callable

import pytest

from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.reading import Reading

Read = Callable[..., Document]

STATEMENT = (
    "Following is a joint statement issued by the Foreign Ministers of Albania, Canada, Georgia, Iceland, "
    "Norway, Serbia, Ukraine, and the United Kingdom.\n\nWe urge all countries to open their ports."
)


def told(document: Document) -> Reading:
    return Events(coder="frames").read(document)


def voices(document: Document) -> set[str | None]:
    return {actor.country for actor in told(document).casting.voices}


@pytest.mark.parametrize("many", ["all countries", "other nations", "all governments"])
def test_many_who_are_urged_are_a_group(many: str, report: Read) -> None:
    document = report(f"Norway urged {many} to open their ports.")
    assert [actor for actor in document.actors if actor.kind == "group" and actor.country is None]


@pytest.mark.parametrize("text", ["Countries differ in size.", "Norway lies between other countries."])
def test_many_to_whom_nothing_is_done_are_nobody(text: str, report: Read) -> None:
    assert not [actor for actor in report(text).actors if actor.kind == "group"]


def test_a_states_drone_that_is_hit_is_the_state(report: Read) -> None:
    document = report("Israel downed an Iranian drone on Monday.")
    assert {actor.country for actor in document.actors if actor.kind == "country"} == {"ISR", "IRN"}


def test_ministers_of_several_states_are_those_states(report: Read) -> None:
    document = report("Turkey met the foreign ministers of Iran, Jordan and Qatar on Monday.")
    reading = told(document)
    word = next(token.i for token in document.tokens if token.text == "ministers")
    assert [actor.country for actor in reading.casting.at(word)] == ["IRN", "JOR", "QAT"]


def test_ministers_of_one_state_stay_themselves(report: Read) -> None:
    document = report("Turkey met the ministers of Iran on Monday.")
    word = next(token.i for token in document.tokens if token.text == "ministers")
    assert all(actor.kind != "country" for actor in told(document).casting.at(word))


def test_all_on_the_list_of_a_joint_statement_say_we(report: Read) -> None:
    assert voices(report(STATEMENT)) >= {"ALB", "CAN", "GEO", "ISL", "NOR", "SRB", "UKR", "GBR"}


def test_a_list_without_a_statement_says_nothing(report: Read) -> None:
    text = STATEMENT.replace("joint statement issued", "list of ports built")
    assert voices(report(text)) == set()


def test_those_from_whom_a_statement_is_say_we(report: Read) -> None:
    """A statement may be from its signers, not only issued by them."""
    document = report(
        "The following is a statement from the Foreign Ministers of Albania, Canada, Iceland and Norway.\n\n"
        "We condemn the raid on the embassy of Georgia."
    )
    assert voices(document) >= {"ALB", "CAN", "ISL", "NOR"}


def test_whoever_signs_a_release_is_i(report: Read) -> None:
    """His state is "we", not "I"."""
    text = "Odo Quillmann, Minister of Trade\nNorway is near. I thank Chile. We urge Peru to open its ports."
    casting = told(report(text, publisher="Ministry of Trade of Norway")).casting
    said = {token.text: [a.name for a in casting.at(token.i)] for token in casting.document.tokens}
    assert (said["I"], said["We"]) == (["Odo Quillmann"], ["Norway"])


def test_a_statement_about_states_is_not_from_them(report: Read) -> None:
    """Those of whom a statement speaks do not sign it."""
    assert voices(report("A statement on Albania, Canada, Iceland and Norway was read. We saw nobody.")) == set()


TROIKA = (
    "The members of the Troika (Norway, Chile and Peru) and Japan regret the raid.\n\n"
    "We urge Fiji to free the fishermen."
)


def test_the_subjects_of_a_statements_first_sentence_say_we(report: Read) -> None:
    """Its title calls it a joint statement, or the state that publishes it is one of them."""
    assert voices(report(TROIKA, title="Joint Statement on Fiji")) == {"NOR", "CHL", "PER", "JPN"}
    document = report(TROIKA, title="Troika Statement on Fiji", publisher="Ministry of Trade of Norway")
    assert voices(document) == {"NOR", "CHL", "PER", "JPN"}


def test_of_whom_a_report_or_anothers_statement_tells_does_not_speak_in_it(report: Read) -> None:
    """Nor do those whom its verb hits."""
    assert voices(report(TROIKA, title="Four regret a raid")) == set()
    assert voices(report(TROIKA, title="Statement on Fiji")) == set()
    text = "Fiji thanked Norway, Chile, Peru and Japan.\n\nWe saw nobody."
    assert voices(report(text, title="Joint Statement on Fiji")) == set()
