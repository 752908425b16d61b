"""Speakers by the words right beside a quotation, by turns, and within other quotations."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.quotes import force_of
from dragoman.model import Document, Quote
from dragoman.text.turns import transcript

Coder = Callable[..., Document]


def name(document: Document, quote: Quote) -> str | None:
    return next((actor.name for actor in document.actors if actor.id == quote.speaker), None)


def direct(document: Document) -> list[Quote]:
    return [quote for quote in document.quotes if quote.direct]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Novakovic: “We will not leave the valley today.”",
        "Jan Novakovic leaned forward and boomed: “We will not leave the valley today.”",
        "“We will not leave the valley today,” thundered Jan Novakovic.",
        "“We will not leave the valley today.” Jan Novakovic said.",
        "“We will not leave the valley today.” — Jan Novakovic.",
        "Jan Novakovic issued a statement, saying: “We will not leave the valley today.”",
    ],
)
def test_a_speaker_stands_beside_his_words(code: Coder, text: str) -> None:
    """Labels, signatures and verbs that only here are verbs of saying."""
    document = code(text)
    (quote,) = direct(document)
    assert name(document, quote) == "Jan Novakovic"


def test_a_new_sentence_behind_a_quotation_is_no_tag(code: Coder) -> None:
    """ "Pavel Horak left." tells what he did, not that he spoke."""
    document = code("Jan Novakovic said: “We will not leave the valley today.” Pavel Horak left.")
    (quote,) = direct(document)
    assert name(document, quote) == "Jan Novakovic"


def test_what_a_speaker_quotes_in_turn_is_a_quote_within(code: Coder) -> None:
    """The inner words are the inner speaker's and name the outer quote."""
    document = code("“Pavel Horak told me, ‘We will never leave this valley,’ last week,” Jan Novakovic said.")
    inner = [quote for quote in direct(document) if quote.within]
    outer = [quote for quote in direct(document) if not quote.within]
    assert [name(document, quote) for quote in inner] == ["Pavel Horak"]
    assert [quote.within for quote in inner] == [outer[0].id]


def test_a_term_within_a_quotation_is_no_quote(code: Coder) -> None:
    """Nobody says a scare quote."""
    document = code("“The so-called ‘safe zone’ was shelled twice,” Jan Novakovic said.")
    assert [quote for quote in document.quotes if quote.within] == []


@pytest.mark.parametrize(
    ("cue", "force"),
    [("warn", "warning"), ("deny", "denial"), ("promise", "promise"), ("say", "statement"), ("ask", "question")],
)
def test_a_cue_has_a_force(cue: str, force: str) -> None:
    """What is done by the words."""
    assert force_of(cue) == force


def test_without_a_cue_there_is_no_force() -> None:
    """A continuation neither warns nor denies."""
    assert force_of(None) is None


def test_the_force_of_a_quote_is_that_of_its_cue(code: Coder) -> None:
    """ "warned" makes a warning."""
    (quote,) = direct(code("“The bridge will not hold much longer,” Jan Novakovic warned."))
    assert quote.force == "warning"


TRANSCRIPT = (
    "Jan Novakovic and Maria Kovac met the press.\n\n"
    "PRESIDENT NOVAKOVIC: Thank you all.\n\nWe had long talks.\n\n"
    "MINISTER KOVAC: We will come again.\n\nQUESTION: When will that be?\n"
)


def test_the_turns_of_a_transcript_have_speakers(code: Coder) -> None:
    """Every paragraph of a turn is its speaker's; a question from the floor is nobody's that is known."""
    document = code(TRANSCRIPT)
    turns = [quote for quote in document.quotes if quote.basis == "turn"]
    assert [(quote.span.text, name(document, quote)) for quote in turns] == [
        ("Thank you all.", "Jan Novakovic"),
        ("We had long talks.", "Jan Novakovic"),
        ("We will come again.", "Maria Kovac"),
        ("When will that be?", None),
    ]
    assert not any(quote.direct for quote in turns)


BRIEFING = (
    "MS KOVAC: Good morning to all of you. We welcome the truce.\n\nQUESTION: (Off-mike.)\n\n"
    "MS KOVAC: I spoke to the envoy about that today.\n\nMODERATOR: Thank you. (Laughter.)\n"
)


def test_who_is_named_by_labels_alone_has_the_floor(code: Coder) -> None:
    """Nothing but the label before each turn names the speaker."""
    document = code(BRIEFING)
    said = {quote.span.text: name(document, quote) for quote in document.quotes if quote.basis == "turn"}
    assert said["I spoke to the envoy about that today."] == "Kovac"
    assert said["Thank you. (Laughter.)"] is None


def test_a_remark_in_brackets_is_nobodys_turn(code: Coder) -> None:
    """Laughter is heard, and "off-mike" is the scribe's word."""
    assert not any(quote.span.text.startswith("(") for quote in code(BRIEFING).quotes)


def test_the_byline_of_a_ministry_gives_the_full_name(code: Coder) -> None:
    """ "Maria Kovac, Spokesperson" stands under the title of the briefing."""
    byline = "Maria Kovac, Department Spokesperson"
    document = code(BRIEFING, publisher="Ministry of Foreign Affairs of Fiji", byline=byline)
    assert {name(document, quote) for quote in document.quotes if quote.speaker} == {"Maria Kovac"}


def test_the_byline_of_a_newspaper_names_nobody_in_the_news(code: Coder) -> None:
    """A journalist may share a speaker's surname."""
    document = code(BRIEFING, publisher="Suva Times", byline="Maria Kovac, Suva")
    assert "Maria Kovac" not in {actor.name for actor in document.actors}


def test_an_office_in_capitals_is_no_name(code: Coder) -> None:
    """ "SENIOR OFFICIAL" names nobody, "CHIEF OF STAFF" neither."""
    document = code("SENIOR OFFICIAL: Thank you all.\n\nCHIEF OF STAFF: We meet again.\n\nVICE PRESIDENT: We do.\n")
    assert not [label for label in document.names if label.label == "PER"]


@pytest.mark.parametrize(
    "text",
    [
        "The list was short: bread, salt and water.\n\nNote: nobody came.\n",
        "WASHINGTON: The envoys met on Monday. They spoke for an hour.\n",
        "Time: 10:30\nPlace: the old town hall\n",
        "",
    ],
)
def test_a_report_with_colons_is_no_transcript(text: str) -> None:
    """One label, or labels of a form, are no turns."""
    assert transcript(text) == ()


def test_an_attribute_in_left_over_markup_is_no_quote(code: Coder) -> None:
    """`date="20 January 2016"` is nobody's speech."""
    assert direct(code('<note date="20 January of the year 2016">The envoys met in Riga.</note>')) == []


def test_a_title_with_its_full_stop_inside_the_marks_is_no_speech(code: Coder) -> None:
    """American printers put the stop inside."""
    assert direct(code("She was the host of “The Late Evening Show.”")) == []
