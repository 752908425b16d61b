"""Quotes: whose words they are."""

from collections.abc import Callable

import pytest

from dragoman.model import Document, Quote

Coder = Callable[..., Document]


def speaker(document: Document, quote: Quote) -> str | None:
    return next((actor.name for actor in document.actors if actor.id == quote.speaker), None)


def direct(document: Document) -> list[Quote]:
    return [quote for quote in document.quotes if quote.direct]


@pytest.mark.parametrize(
    "text",
    [
        "“We will not leave the valley,” said Jan Novakovic on Monday.",
        "“We will not leave the valley,” Jan Novakovic said on Monday.",
        "Jan Novakovic said: “We will not leave the valley.”",
        "On Monday Jan Novakovic told reporters that “we will not leave the valley”.",
        "“We will not leave the valley,” according to Jan Novakovic.",
    ],
)
def test_the_speaker_is_found_before_behind_and_around(code: Coder, text: str) -> None:
    """The subject of the cue is the speaker wherever it stands."""
    document = code(text)
    (quote,) = direct(document)
    assert speaker(document, quote) == "Jan Novakovic"
    assert quote.basis == "cue"


def test_who_is_quoted_speaks_and_not_who_quotes(code: Coder) -> None:
    """ "The daily quoted her as saying"; what cites a law has nobody speak."""
    document = code("The daily Vlna quoted Maria Kovac as saying, “The plan is dead and buried now.”")
    assert speaker(document, direct(document)[0]) == "Maria Kovac"


def test_a_pronoun_leads_to_the_speaker(code: Coder) -> None:
    """ "he said" is whoever was spoken of."""
    document = code("Jan Novakovic arrived in Prague. “The talks were long and hard,” he said.")
    assert speaker(document, direct(document)[0]) == "Jan Novakovic"


def test_a_quotation_without_a_cue_goes_on_with_the_same_speaker(code: Coder) -> None:
    """The second half of a broken quotation belongs to the first half's speaker."""
    document = code("“We came a long way,” Jan Novakovic said. “We are not going back empty-handed.”")
    assert [speaker(document, quote) for quote in direct(document)] == ["Jan Novakovic", "Jan Novakovic"]
    assert direct(document)[1].basis == "continuation"


def test_the_addressee_of_tell_is_kept(code: Coder) -> None:
    """ "told Maria Kovac" names who is spoken to."""
    document = code("Jan Novakovic told Maria Kovac: “Your visit gives us hope for peace.”")
    (quote,) = direct(document)
    names = {actor.id: actor.name for actor in document.actors}
    assert quote.addressee is not None
    assert names[quote.addressee] == "Maria Kovac"
    assert quote.cue == "tell"


def test_a_reported_clause_is_an_indirect_quote(code: Coder) -> None:
    """The complement of a main verb of saying, without "that"."""
    document = code("Jan Novakovic said that the border would open in May.")
    (quote,) = document.quotes
    assert not quote.direct
    assert quote.span.text == "the border would open in May"


def test_punctuation_inside_the_marks_stays(code: Coder) -> None:
    """The span keeps the comma of the speech and leaves the marks."""
    (quote,) = direct(code("“We are ready to talk,” Jan Novakovic said."))
    assert quote.span.text == "We are ready to talk,"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “safe zone” was shelled.",
        "They watched “The Long Way Home” at the embassy.",
        "The miners' union and the drivers' union met.",
        "",
    ],
)
def test_scare_quotes_titles_and_apostrophes_are_no_quotes(code: Coder, text: str) -> None:
    """Nobody speaks there."""
    assert direct(code(text)) == []


def test_reporters_are_not_spoken_to(code: Coder) -> None:
    """Everything is told to reporters; they are no addressee."""
    (quote,) = direct(code("Jan Novakovic told reporters: “We are ready to talk again.”"))
    assert quote.addressee is None


@pytest.mark.parametrize("text", ["“a b c” " * 300, "אמר “שלום לכם חברים” היום", "He 😀 said:\r\n“we will go now”\r\n"])
def test_odd_texts_do_no_harm(code: Coder, text: str) -> None:
    """Long runs, right-to-left letters, emoji and CRLF: spans still find their words, twice the same."""
    document = code(text)
    assert all(quote.span.check(document.text) for quote in document.quotes)
    assert document.quotes == code(text).quotes


def test_he_added_is_the_one_who_spoke_before(code: Coder) -> None:
    """Going on, not a new voice."""
    document = code(
        "“The talks were long and hard,” Jan Novakovic said of Pavel Horak. He added: “We will not meet him soon.”"
    )
    assert [speaker(document, quote) for quote in direct(document)] == ["Jan Novakovic", "Jan Novakovic"]


def test_a_joined_past_verb_has_the_subject_of_the_first(code: Coder) -> None:
    """ "said it would fail and warned" is one person's."""
    document = code("Jan Novakovic said the firm would fail and warned that it could “ruin the whole valley”.")
    assert speaker(document, direct(document)[0]) == "Jan Novakovic"
