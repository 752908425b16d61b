"""Who did what to whom: participants, status, day and folding on small reports of our own."""

from collections.abc import Callable

import pytest

from dragoman.model import Document, EventMention
from dragoman.stages.events import Events

Read = Callable[..., Document]


def coded(document: Document, kind: str | None = None) -> list[EventMention]:
    return [event for event in Events()(document) if kind is None or event.type == kind]


def names(document: Document, ids: tuple[str, ...]) -> set[str]:
    by_id = {actor.id: actor.name for actor in document.actors}
    return {by_id[i] for i in ids}


def test_a_meeting_has_both_sides_as_equals(report: Read) -> None:
    """ "met with" makes one symmetric CONSULT of both."""
    document = report("President Emmanuel Macron met with Chancellor Olaf Scholz in Berlin on Wednesday.")
    (event,) = coded(document, "CONSULT")
    assert names(document, event.actors) == {"Emmanuel Macron", "Olaf Scholz"}
    assert event.recipients == ()
    assert event.symmetric


def test_a_passive_turns_round_who_did_it(report: Read) -> None:
    """The by-agent is the actor, the subject the recipient."""
    document = report("Russia was condemned by France on Thursday.")
    (event,) = coded(document, "ACCUSE")
    assert names(document, event.actors) == {"France"}
    assert names(document, event.recipients) == {"Russia"}


def test_joined_verbs_share_their_subject(report: Read) -> None:
    """The second verb has the first one's subject."""
    document = report("Ukraine thanked Poland and accused Russia of shelling a school.")
    thanks, blame = coded(document, "SUPPORT")[0], coded(document, "ACCUSE")[0]
    assert names(document, thanks.actors) == names(document, blame.actors) == {"Ukraine"}
    assert names(document, blame.recipients) == {"Russia"}


def test_a_relative_clause_speaks_of_its_noun(report: Read) -> None:
    """ "which" stands for what it describes."""
    document = report("Turkey, which condemned Israel last month, said that it was ready for talks.")
    event = next(e for e in coded(document, "ACCUSE"))
    assert names(document, event.actors) == {"Turkey"}


def test_a_light_verb_lends_its_subject_to_its_noun(report: Read) -> None:
    """ "launched an attack on" is an attack by the subject."""
    document = report("Russia launched an attack on Ukraine on Tuesday.")
    event = coded(document, "ASSAULT")[0]
    assert names(document, event.actors) == {"Russia"}
    assert names(document, event.recipients) == {"Ukraine"}


def test_nobody_acts_on_himself(report: Read) -> None:
    """The possessor of one's own support is not its recipient."""
    document = report("Secretary Antony Blinken reaffirmed the United States' support for Ukraine.")
    for event in coded(document, "SUPPORT"):
        assert not set(event.actors) & set(event.recipients)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("President Macron met Chancellor Scholz in Berlin.", "actual"),
        ("President Macron will meet Chancellor Scholz in Berlin.", "planned"),
        ("President Macron is to meet Chancellor Scholz in Berlin.", "planned"),
        ("President Macron did not meet Chancellor Scholz in Berlin.", "denied"),
        ("President Macron may meet Chancellor Scholz in Berlin.", "conditional"),
        ("If President Macron met Chancellor Scholz in Berlin, prices would fall.", "conditional"),
    ],
)
def test_status_follows_modality_and_negation(report: Read, sentence: str, status: str) -> None:
    """Every reading of the verb, kept or not, has the status that its grammar says."""
    reading = Events().read(report(sentence))
    meetings = [c for c in reading.candidates if c.match.frame.name == "CONSULT/meet.v"]
    assert [c.status for c in meetings] == [status]


def test_a_day_that_the_verb_governs_is_the_events_day(report: Read) -> None:
    """Published on Friday 10 March, "on Tuesday" is the 7th."""
    document = report("President Emmanuel Macron met with Chancellor Olaf Scholz in Berlin on Tuesday.")
    (event,) = coded(document, "CONSULT")
    assert event.date is not None
    assert event.date.value == "2023-03-07"
    assert event.date.basis != "assumed from published"


def test_news_without_a_day_is_of_the_reports_day_and_says_so(report: Read) -> None:
    """Finite main-clause news is dated by the report, with the basis that it is assumed."""
    document = report("France has condemned Russia over the strike.")
    event = coded(document, "ACCUSE")[0]
    assert event.date is not None
    assert (event.date.value, event.date.basis) == ("2023-03-10", "assumed from published")


def test_a_plan_without_a_day_has_no_date(report: Read) -> None:
    """The report's day is not put where nothing says when."""
    document = report("President Emmanuel Macron will meet with Chancellor Olaf Scholz.")
    assert [event.date for event in coded(document, "CONSULT")] == [None]


def test_without_a_publication_day_nothing_is_assumed(report: Read) -> None:
    """No day is invented."""
    document = report("France has condemned Russia over the strike.", day=None)
    assert [event.date for event in coded(document, "ACCUSE")] == [None]


def test_one_meeting_told_twice_is_one_event(report: Read) -> None:
    """The later sentence takes the meeting up again and is more evidence for it."""
    text = (
        "Prime Minister Fumio Kishida met with President Yoon Suk Yeol in Tokyo on Thursday. "
        "During their meeting, Kishida and Yoon discussed trade."
    )
    (event,) = coded(report(text), "CONSULT")
    assert len(event.evidence) == 2


def test_two_meetings_told_together_and_one_by_one_are_two_events(report: Read) -> None:
    """ "both met the guest" is dissolved where the report tells each meeting by itself."""
    text = (
        "Foreign Minister Yair Lapid and Defense Minister Benny Gantz met with Secretary Antony Blinken on Tuesday. "
        "Gantz met Blinken in the morning. Later Lapid also met with Blinken."
    )
    document = report(text)
    pairs = sorted(sorted(names(document, event.actors)) for event in coded(document, "CONSULT"))
    assert pairs == [["Antony Blinken", "Benny Gantz"], ["Antony Blinken", "Yair Lapid"]]


def test_requests_of_different_content_stay_apart(report: Read) -> None:
    """Two demands on one addressee are two events."""
    text = "Germany urged Iran to free the teachers. Later Germany called on Iran to open the plant to inspectors."
    assert len(coded(report(text), "REQUEST")) == 2


def test_what_is_demanded_is_no_event(report: Read) -> None:
    """The withdrawal that somebody asks for has not been told."""
    assert coded(report("Germany urged Russia to withdraw its troops from Ukraine."), "RETREAT") == []


def test_private_life_and_idle_words_give_nothing(report: Read) -> None:
    """Cooks, bakers and idioms are no politics."""
    text = "The chef attacked the problem of the sauce. The baker promised his wife a rose. Shares rallied on Monday."
    assert coded(report(text)) == []


def test_mere_saying_is_no_event(report: Read) -> None:
    """ "said that it was raining" tells no act."""
    assert coded(report("President Macron said that it was raining in Paris.")) == []


def test_every_event_shows_its_words_and_its_frame(report: Read) -> None:
    """Trigger, evidence and arguments find their words; the frame and a reason are given."""
    document = report("Canada imposed sanctions on Belarus on Monday, and Poland thanked Canada.")
    events = coded(document)
    assert events
    for event in events:
        spans = (event.trigger, *event.evidence, *(argument.span for argument in event.arguments))
        assert all(span.check(document.text) for span in spans)
        assert event.frame.startswith(("SANCTION/", "SUPPORT/"))
        assert event.reasons
        assert 0 < event.confidence <= 1
        assert set(event.actors) | set(event.recipients) <= {actor.id for actor in document.actors}


@pytest.mark.parametrize(
    "text", ["", " \r\n ", "🙂🙂 🙂", "שלום לכולם. נפגשנו אתמול.", "met met " * 400, "and " * 3000]
)
def test_odd_texts_do_no_harm(report: Read, text: str) -> None:
    """Nothing to read, emoji, right-to-left text and endless sentences end in a tuple."""
    assert isinstance(Events()(report(text)), tuple)


def test_the_same_report_gives_the_same_events(report: Read) -> None:
    """Coding is deterministic, ids included, and ids are unique."""
    document = report("Canada sanctioned Belarus on Monday.\r\n\r\nPoland thanked Canada and met with Estonia.")
    first, second = Events()(document), Events()(document)
    assert first == second
    assert len({event.id for event in first}) == len(first)
