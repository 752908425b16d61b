"""Whose "I" and "we" it is, and who "you" are, outside quotation marks."""

from collections.abc import Callable

from dragoman.model import Document
from dragoman.stages.actors import Linker

Coder = Callable[..., Document]
TALK = (
    "Chilean Foreign Minister Ines Calderon met Norwegian Foreign Minister Odo Quillmann.\n"
    "FOREIGN MINISTER CALDERON: {first}\n"
    "FOREIGN MINISTER QUILLMANN: {second}\n"
)
NORWAY = "Ministry of Foreign Affairs of Norway"


def at(document: Document, word: str, nth: int = 0) -> list[str]:
    index = [token.i for token in document.tokens if token.text == word][nth]
    return [found.name for found in Linker(document).at(index)]


def test_whoever_has_the_floor_condemns_himself(code: Coder) -> None:
    """An act of words is done by the one who speaks them."""
    document = code(TALK.format(first="Good morning.", second="We condemn the attack."), publisher=NORWAY)
    assert at(document, "We") == ["Odo Quillmann"]


def test_a_deed_of_a_ministers_we_is_his_states(code: Coder) -> None:
    """A minister sends no ships of his own."""
    document = code(TALK.format(first="Good morning.", second="We have sent two ships."), publisher=NORWAY)
    assert at(document, "We") == ["Norway"]


def test_a_guests_we_is_not_the_publishers_state(code: Coder) -> None:
    """The guest speaks for his own."""
    document = code(TALK.format(first="We have sent two ships.", second="Good morning."), publisher=NORWAY)
    assert at(document, "We") == ["Chile"]


def test_you_in_a_transcript_is_who_spoke_before(code: Coder) -> None:
    """Thanks go to the other one."""
    document = code(TALK.format(first="Good morning.", second="I thank you for coming."), publisher=NORWAY)
    assert at(document, "you") == ["Ines Calderon"]


def test_you_in_a_report_is_nobody(code: Coder) -> None:
    """Nobody has the floor."""
    document = code("Odo Quillmann met Ines Calderon. It makes you wonder.")
    assert at(document, "you") == []


def test_you_in_a_message_is_the_people_it_greets(code: Coder) -> None:
    """Not the people of the state that sends it."""
    text = "I congratulate the people of Chile on their national day. The people of Norway stand with you."
    assert at(code(text, publisher=NORWAY), "you") == ["people of Chile"]


def test_a_speech_opened_by_a_line_is_the_speakers(code: Coder) -> None:
    """Statements are printed so, without marks."""
    document = code("Minister Odo Quillmann said:\n\nI welcome the truce.", publisher=NORWAY)
    assert at(document, "I") == ["Odo Quillmann"]


def test_a_quotation_behind_a_line_opens_no_speech(code: Coder) -> None:
    """What follows the marks is the report's again."""
    document = code('Minister Odo Quillmann said:\n\n"The truce holds."\n\nI was there and heard it.')
    assert at(document, "I") == []


def test_you_in_a_quotation_is_whom_it_is_said_to(code: Coder) -> None:
    """Known once the quotes are."""
    document = code('"I will not sell you the harbour," Odo Quillmann told Ines Calderon.')
    assert at(document, "you") == ["Ines Calderon"]
